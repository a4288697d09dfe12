using System.Globalization;
using System.Text.Json;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>
/// An event about an assignment as CloudEvents 1.0 in the NL GOV profile, in structured mode. It names no person: the provider fetches the
/// assignment with its own token.
/// </summary>
internal static class CloudEvent
{
    public const string ContentType = "application/cloudevents+json";

    public static string Type(Webhookgebeurtenis gebeurtenis) => $"nl.wmo.toewijzing.{Abonnement.Woord(gebeurtenis)}.v1";

    /// <param name="opties">Holds the source of the event.</param>
    /// <param name="id">Unique for this source.</param>
    /// <param name="gebeurtenis">The kind of event.</param>
    /// <param name="op">The moment of the event.</param>
    /// <param name="toewijzing">The number and status of the assignment; null for a test.</param>
    public static string Maak(
        WebhookOpties opties, string id, Webhookgebeurtenis gebeurtenis, DateTimeOffset op,
        (long Nummer, Toewijzingstatus Status)? toewijzing)
    {
        var velden = new Dictionary<string, object>
        {
            ["specversion"] = "1.0",
            ["id"] = id,
            ["source"] = opties.Bron,
            ["type"] = Type(gebeurtenis),
            ["time"] = op.UtcDateTime,
            ["datacontenttype"] = "application/json",
            ["data"] = new { },
        };
        if (toewijzing is { } t)
        {
            velden["subject"] = t.Nummer.ToString(CultureInfo.InvariantCulture);
            velden["dataref"] = string.Create(
                CultureInfo.InvariantCulture, $"{opties.Gateway.TrimEnd('/')}/zorgaanbieders/v1/toewijzingen/{t.Nummer}");
            velden["data"] = new { toewijzingnummer = t.Nummer, status = JsonNamingPolicy.KebabCaseLower.ConvertName(t.Status.ToString()) };
        }
        return JsonSerializer.Serialize(velden);
    }
}
