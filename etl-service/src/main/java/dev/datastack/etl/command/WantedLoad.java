package dev.datastack.etl.command;

/** A dataset and a period, as they were asked for. */
record WantedLoad(String dataset, String period) {

    @Override
    public String toString() {
        return dataset + " " + period;
    }
}
