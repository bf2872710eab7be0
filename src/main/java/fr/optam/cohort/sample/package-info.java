/** A synthetic cohort, reproducible from its seed: no row describes a person. */
package fr.optam.cohort.sample;
