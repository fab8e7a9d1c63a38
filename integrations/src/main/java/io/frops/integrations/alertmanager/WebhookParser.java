package io.frops.integrations.alertmanager;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.frops.core.alert.SourceName;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;

/// Reads Alertmanager's webhook body, version 4, as it streams in. Nothing in a body can make it
/// throw: what is wrong with it comes back as a sentence. Fields it does not know are ignored.
///
/// Label and annotation values are kept up to 4,096 characters; a longer one is cut and says so at
/// its end. Times are kept in milliseconds.
public final class WebhookParser {
    private static final String REMEDY =
            " Let Alertmanager's webhook_configs send its own body (version 4, no \"payload\" option) straight to this address.";

    private WebhookParser() {}

    /// @param source whose token came with the body
    /// @param in already capped by the caller; is read to its end unless the body is bad
    /// @throws IOException when reading fails, the caller's cap included
    public static Parsed parse(SourceName source, InputStream in) throws IOException {
        try (JsonBody body = new JsonBody(in)) {
            return WebhookBody.read(body).toNotification(source);
        } catch (BadBody e) {
            return bad(e.sentence());
        } catch (StreamConstraintsException e) {
            return bad(
                    "the JSON is nested deeper than "
                            + JsonBody.MAX_DEPTH
                            + " or has a number too long"
                            + at(e));
        } catch (JsonEOFException e) {
            return bad("the JSON ends in the middle" + at(e));
        } catch (JsonParseException e) {
            return bad("it is not JSON in UTF-8" + at(e));
        } catch (JsonProcessingException e) {
            return bad("it is not JSON that can be read" + at(e));
        } catch (CharConversionException e) {
            return bad("it is not UTF-8");
        }
    }

    private static Parsed bad(String mistake) {
        return new Parsed.Bad("The webhook body was refused: " + mistake + "." + REMEDY);
    }

    private static String at(JsonProcessingException e) {
        var place = e.getLocation();
        return place == null || place.getLineNr() < 1
                ? ""
                : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }
}
