package dev.datastack.probe.contract;

/** The native build keeps the same contract. */
class NativeContractIT extends AgentContract {
    @Override
    Agent agent() {
        return NativeBinary.agent();
    }
}
