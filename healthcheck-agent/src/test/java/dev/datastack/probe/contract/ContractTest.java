package dev.datastack.probe.contract;

/** The JVM build keeps the contract. */
class ContractTest extends AgentContract {
    @Override
    Agent agent() {
        return ProcessAgent.jvm();
    }
}
