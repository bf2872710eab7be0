/** Copies of workbooks that keep everything but what is changed in them, and tables in other formats than xlsx. */
package fr.optam.rulebook.book;
