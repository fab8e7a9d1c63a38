package io.frops.integrations.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;

/// The driver's exceptions in the bot's words. What matters most: whether a write may have had its
/// effect. When in doubt it may have.
final class Failures {
    static final String SYSTEM = "MongoDB";

    /// Error codes of the server: Unauthorized, AuthenticationFailed, and the two for a document
    /// over 16 MiB.
    private static final int UNAUTHORIZED = 13;

    private static final int AUTHENTICATION_FAILED = 18;
    private static final int OBJECT_TOO_LARGE = 10334;
    private static final int RESULT_TOO_LARGE = 17419;

    private Failures() {}

    /// @param wrote whether a write may have left for the server
    static IntegrationException translate(MongoException e, boolean wrote) {
        if (e instanceof MongoInterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (isDenied(e)) {
            return failure(
                    Kind.DENIED,
                    "MongoDB refuses our user. Check the name, the password and authSource in"
                            + " FROPS_MONGODB_URI, and that the user may read and write the database.",
                    e);
        }
        if (isTooLarge(e)) {
            return failure(Kind.INVALID, "A document grew past what MongoDB takes (16 MiB).", e);
        }
        if (wrote && !isKnownToHaveDoneNothing(e)) {
            return failure(
                    Kind.TIMEOUT,
                    "MongoDB did not confirm a write. It may or may not have been made.",
                    e);
        }
        return failure(Kind.UNAVAILABLE, unavailable(e), e);
    }

    /// Whether a unique key stood in the way.
    static boolean isDuplicateKey(MongoException e) {
        return ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    /// Whether that is all that stood in the way of some of many writes; the others are made.
    static boolean areDuplicateKeys(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null
                && e.getWriteErrors().stream()
                        .allMatch(error ->
                                ErrorCategory.fromErrorCode(error.getCode())
                                        == ErrorCategory.DUPLICATE_KEY);
    }

    private static String unavailable(MongoException e) {
        return e instanceof MongoOperationTimeoutException
                ? "MongoDB gave no answer in time."
                : "MongoDB cannot be reached, or has no primary now.";
    }

    private static boolean isDenied(MongoException e) {
        return e instanceof MongoSecurityException
                || e.getCode() == UNAUTHORIZED
                || e.getCode() == AUTHENTICATION_FAILED;
    }

    private static boolean isTooLarge(MongoException e) {
        return e.getCode() == OBJECT_TOO_LARGE || e.getCode() == RESULT_TOO_LARGE;
    }

    /// No server was found, no connection came about, or the server said no. The driver repeats a
    /// write once by itself; then an earlier attempt hangs below as suppressed, and nothing is
    /// known.
    private static boolean isKnownToHaveDoneNothing(MongoException e) {
        boolean neverSent =
                (e instanceof MongoTimeoutException
                                && !(e instanceof MongoOperationTimeoutException))
                        || e instanceof MongoSocketOpenException
                        || e instanceof MongoConnectionPoolClearedException
                        || e instanceof MongoServerUnavailableException
                        || e instanceof MongoNotPrimaryException;
        return (neverSent || isRefusal(e)) && e.getSuppressed().length == 0;
    }

    private static boolean isRefusal(MongoException e) {
        return e instanceof MongoWriteException
                || (e.getClass() == MongoCommandException.class
                        && !(e.getCause() instanceof MongoWriteConcernException));
    }

    private static IntegrationException failure(Kind kind, String message, Throwable cause) {
        return new IntegrationException(SYSTEM, kind, message, cause);
    }
}
