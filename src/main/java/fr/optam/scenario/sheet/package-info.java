/** Scenarios of a workbook, one row a scenario: facts and expected answers as columns. */
package fr.optam.scenario.sheet;
