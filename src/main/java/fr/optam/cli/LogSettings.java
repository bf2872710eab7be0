package fr.optam.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/** Sets the log of libraries up, without the XML whose reading would take a good part of a start. */
public final class LogSettings extends ContextAwareBase implements Configurator {
    private static final String PATTERN = "%level %logger{0}: %msg%n";

    @Override
    public ExecutionStatus configure(LoggerContext log) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(log);
        encoder.setPattern(PATTERN);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(log);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        log.getLogger("ROOT").setLevel(Level.WARN);
        log.getLogger("ROOT").addAppender(appender);
        log.getLogger("org.drools").setLevel(Level.ERROR);
        log.getLogger("org.kie").setLevel(Level.ERROR);
        // of a damaged workbook the check speaks itself
        log.getLogger("org.apache.poi").setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
