/** The typed model of a workbook: columns, cells, operators, lists, dates and their addresses, read once. */
package fr.optam.rulebook.table;
