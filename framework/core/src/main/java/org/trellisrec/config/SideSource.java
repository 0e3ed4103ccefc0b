package org.trellisrec.config;

import org.trellisrec.config.yaml.Position;
import org.trellisrec.spi.SideInformationReader;

/**
 * A source of modalities.
 *
 * @param at where it is configured
 * @param reader what reads it
 */
public record SideSource(Position at, PluginConfig<SideInformationReader> reader) {}
