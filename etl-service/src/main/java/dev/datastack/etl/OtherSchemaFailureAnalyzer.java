package dev.datastack.etl;

import dev.datastack.etl.command.OtherSchema;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A warehouse that another version of the project made is left as it is: its migrations are not those of this one. */
final class OtherSchemaFailureAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
        return new FailureAnalysis(OtherSchema.WHAT, OtherSchema.NEXT, rootFailure);
    }
}
