package fr.optam.architecture.bad.fact;

import org.slf4j.Logger;

/** A fact that uses a library. */
final class FactWithLogger {
    Logger logger;
}
