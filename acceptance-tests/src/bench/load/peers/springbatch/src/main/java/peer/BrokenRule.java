package peer;

import org.springframework.batch.infrastructure.item.validator.ValidationException;

/** Why a line is skipped. */
class BrokenRule extends ValidationException {

    private static final long serialVersionUID = 1L;

    final String column;

    BrokenRule(String column, String reason) {
        super(reason);
        this.column = column;
    }
}
