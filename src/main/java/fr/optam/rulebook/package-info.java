/** From folders of DRL and workbooks to a read, checked, fingerprinted and compiled rulebook. */
package fr.optam.rulebook;
