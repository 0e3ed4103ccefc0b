package org.trellisrec.report;

/**
 * Time spent in one phase: a row of {@code timings.csv}. Phases do not overlap.
 *
 * @param model label of the model, empty for phases that serve all models
 * @param trial number of the trial, or -1 outside trials
 * @param seed master seed of this repetition
 * @param protocol name of the protocol, empty before the split
 * @param fold fold of the split, empty before the split
 * @param phase load, prefilter, split, fit, restore, recommend, evaluate, significance, report, or
 *     the name of an analysis after {@code analysis}
 * @param wallSeconds elapsed time in seconds
 * @param cpuSeconds processor time of the whole process in seconds, compiler and garbage collector
 *     included
 */
public record TimingRow(
    String model,
    int trial,
    long seed,
    String protocol,
    String fold,
    String phase,
    double wallSeconds,
    double cpuSeconds) {}
