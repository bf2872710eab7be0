/** Which rows and condition cells of the rule tables the scenarios exercise. */
package fr.optam.scenario.coverage;
