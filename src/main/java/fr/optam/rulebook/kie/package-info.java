/** Rules as Drools runs them: one rule base a stage, from compiled DRL and from rows of workbooks. */
package fr.optam.rulebook.kie;
