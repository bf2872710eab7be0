package fr.optam.decision;

/** How a part that many decisions share is written; made and read by whoever writes decisions. */
public interface Written {}
