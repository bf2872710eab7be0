/** DRL files: judged before anything is compiled, compiled once, kept by what they say. */
package fr.optam.rulebook.drl;
