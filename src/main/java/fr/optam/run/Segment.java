package fr.optam.run;

/**
 * Some practitioner-years, decided and ready to be written.
 *
 * @param count practitioner-years
 * @param first id of the first practitioner
 * @param last id of the last practitioner
 * @param decisions their decisions, a line each
 * @param facts their facts, a line each
 * @param tally what was decided, counted
 */
record Segment(int count, String first, String last, Piece decisions, Piece facts, Tally tally) {}
