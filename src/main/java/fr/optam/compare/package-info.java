/**
 * Rulebook against rulebook: what differs, row by row and cell by cell, and how two changes of one workbook are put
 * together.
 */
package fr.optam.compare;
