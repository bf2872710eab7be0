/** Files of a cohort, or JSON of one practitioner, into practitioner-years; nothing here decides. */
package fr.optam.cohort;
