package dev.datastack.cli.demo.report;

/** A row of mart.carrier_month, with the airline's name. */
public record CarrierMonth(
        String carrier, String airline, int month, long flights, long arrived, long onTime, long cancelled) {}
