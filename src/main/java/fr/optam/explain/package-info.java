/** Why, why not, and what would change an answer; a second evaluation of every table. */
package fr.optam.explain;
