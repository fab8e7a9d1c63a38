package io.frops.integrations.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Slack's error codes as kinds that callers act on. Source: the errors that Slack documents for
/// each method we use, and those it documents for all of them. A code that is not here is our
/// mistake until known better.
final class SlackErrors {
    static final String SYSTEM = "Slack";

    /// What is waited when Slack names no time: its shortest window is a second, most are a minute.
    static final Duration LEAST_WAIT = Duration.ofSeconds(5);

    private static final int SHOWN = 300;
    private static final Map<String, Kind> KINDS =
            byCode(
                    Map.of(
                            Kind.DENIED,
                            """
                            invalid_auth not_authed token_revoked token_expired account_inactive
                            missing_scope not_allowed_token_type no_permission forbidden_team org_login_required
                            access_denied app_access_restricted ekm_access_denied enterprise_is_restricted
                            team_access_not_granted two_factor_setup_required send_on_behalf_not_allowed
                            metadata_must_be_sent_from_app
                            """,
                            Kind.RATE_LIMITED,
                            """
                            ratelimited rate_limited accesslimited message_limit_exceeded
                            """,
                            Kind.NOT_FOUND,
                            """
                            channel_not_found message_not_found thread_not_found user_not_found
                            user_not_visible no_such_subteam team_not_found file_not_found draft_not_found
                            duplicate_channel_not_found duplicate_message_not_found file_deleted
                            file_is_deleted draft_already_deleted
                            """,
                            Kind.NOT_USABLE,
                            """
                            not_in_channel is_archived is_inactive user_not_in_channel user_disabled
                            channel_is_limited_access too_many_members posting_to_channel_denied
                            restricted_action restricted_action_non_threadable_channel
                            restricted_action_read_only_channel restricted_action_thread_locked
                            restricted_action_thread_only_channel messages_tab_disabled
                            cannot_reply_to_message cant_broadcast_message cant_update_message
                            cant_delete_message edit_window_closed streaming_state_conflict
                            method_not_supported_for_channel_type plan_upgrade_required expired_trigger_id
                            exchanged_trigger_id expired_url used_url draft_already_sent
                            draft_has_conflict duplicate_external_id no_dual_broadcast_content_update
                            unable_to_share_files slack_connect_blocked_file_type
                            slack_connect_canvas_sharing_blocked slack_connect_clip_sharing_blocked
                            slack_connect_lists_sharing_blocked slack_connect_file_link_sharing_blocked
                            slack_connect_file_upload_sharing_blocked
                            """,
                            Kind.UNAVAILABLE,
                            """
                            internal_error fatal_error service_unavailable request_timeout
                            team_added_to_org external_channel_migrating update_failed
                            list_record_comment_fetch_failed
                            """,
                            Kind.INVALID,
                            """
                            invalid_blocks invalid_blocks_format invalid_attachments block_mismatch
                            msg_too_long msg_blocks_too_long no_text markdown_text_conflict
                            attachment_payload_limit_exceeded too_many_attachments view_too_large
                            invalid_metadata_format invalid_metadata_schema metadata_too_large
                            invalid_metadata_filter_keys invalid_trigger_id invalid_cursor invalid_limit
                            invalid_types invalid_ts_latest invalid_ts_oldest missing_argument
                            invalid_arguments invalid_arg_name invalid_array_arg invalid_charset
                            invalid_form_data invalid_json invalid_post_type json_not_object
                            missing_post_type missing_charset superfluous_charset method_deprecated
                            deprecated_endpoint unknown_method as_user_not_supported too_many_users
                            not_enough_users users_list_not_supplied invalid_user_combination
                            missing_file_data blocked_file_type file_share_limit_reached
                            max_file_sharing_exceeded too_many_contact_cards
                            """));

    private SlackErrors() {}

    private static Map<String, Kind> byCode(Map<Kind, String> codes) {
        Map<String, Kind> kinds = new HashMap<>();
        codes.forEach((kind, words) -> {
            for (String code : words.strip().split("\\s+", -1)) {
                kinds.put(code, kind);
            }
        });
        return Map.copyOf(kinds);
    }

    static Kind kind(String code) {
        return KINDS.getOrDefault(code, Kind.INVALID);
    }

    static boolean isKnown(String code) {
        return KINDS.containsKey(code);
    }

    /// What Slack answered with `ok: false`.
    static IntegrationException refused(String method, JsonNode answer) {
        String code = answer.path("error").asText("no error named");
        return kind(code) == Kind.RATE_LIMITED
                ? rateLimited(method, LEAST_WAIT)
                : new IntegrationException(
                        SYSTEM, kind(code), sentence(method, code, answer), null);
    }

    static IntegrationException rateLimited(String method, Duration wait) {
        return new IntegrationException(
                SYSTEM,
                Kind.RATE_LIMITED,
                "Slack asks to wait %d s before %s".formatted(wait.toSeconds(), method),
                wait,
                null);
    }

    static IntegrationException failed(
            Kind kind, String method, String what, @Nullable Throwable cause) {
        return new IntegrationException(SYSTEM, kind, method + ": " + what, cause);
    }

    private static String sentence(String method, String code, JsonNode answer) {
        String said = "Slack refused %s (%s)".formatted(method, code);
        if (method.equals(SlackTickets.METHOD)) {
            return said + SlackTickets.remedy(code);
        }
        return switch (code) {
            case "missing_scope" ->
                    "%s: the app lacks the scope %s. Add it under OAuth & Permissions and reinstall the app"
                            .formatted(said, answer.path("needed").asText("it does not name"));
            case "invalid_auth",
                    "not_authed",
                    "token_revoked",
                    "token_expired",
                    "account_inactive" ->
                    said
                            + ": the bot token is not, or no longer, valid. Copy the Bot User OAuth Token into"
                            + " SLACK_BOT_TOKEN";
            case "not_in_channel" -> said + ": invite the bot to the channel with /invite";
            case "is_archived" -> said + ": the channel is archived. Restore it or name another";
            case "channel_not_found" ->
                    said + ": no such channel, or a private one that the bot was not invited to";
            default -> said + details(answer);
        };
    }

    private static String details(JsonNode answer) {
        StringBuilder out = new StringBuilder();
        answer.path("response_metadata")
                .path("messages")
                .forEach(m -> out.append(out.isEmpty() ? ": " : "; ").append(m.asText()));
        return out.length() > SHOWN ? out.substring(0, SHOWN) + "\u2026" : out.toString();
    }
}
