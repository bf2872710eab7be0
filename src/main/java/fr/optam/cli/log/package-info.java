/** Where the log of the libraries goes: warnings and errors to standard error, a line each. Small, because it starts fast. */
package fr.optam.cli.log;
