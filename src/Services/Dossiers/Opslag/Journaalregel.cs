using System.Diagnostics;
using System.Text;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Dossiers.Opslag;

/// <summary>
/// One event, written down once and never changed: the database itself refuses (see the first migration).
/// Aggregate and version are its natural key.
/// </summary>
public sealed class Journaalregel
{
    private static readonly Dictionary<string, Type> Soorten = Gebeurtenissen.Bron.Keys.ToDictionary(Gebeurtenissen.Naam);

    /// <summary>The order of arrival.</summary>
    public long Nr { get; init; }

    public Guid AggregaatId { get; init; }
    public int Versie { get; init; }
    public string Gebeurtenis { get; init; } = "";
    public string Bron { get; init; } = "";

    /// <summary>Empty for facts about the register of providers.</summary>
    public string Dossiernummer { get; init; } = "";

    public DateTimeOffset Op { get; init; }

    /// <summary>When it was written here (UTC, the database's clock).</summary>
    public DateTimeOffset Ontvangen { get; init; }

    /// <summary>The event as it came, in JSON: also what Contracts does not know here; personal data in it are sealed.</summary>
    public string Inhoud { get; init; } = "";

    /// <summary>W3C trace context of its arrival.</summary>
    public string? Traceparent { get; init; }

    /// <param name="gebeurtenis">The event, for what a line is found by.</param>
    /// <param name="inhoud">The event as JSON, everything in it.</param>
    public static Journaalregel Van(Gebeurtenis gebeurtenis, string inhoud) => new()
    {
        AggregaatId = gebeurtenis.AggregaatId,
        Versie = gebeurtenis.Versie,
        Gebeurtenis = Gebeurtenissen.Naam(gebeurtenis.GetType()),
        Bron = Gebeurtenissen.Bron[gebeurtenis.GetType()],
        Dossiernummer = gebeurtenis.Dossiernummer,
        Op = gebeurtenis.Op.ToUniversalTime(),
        Inhoud = inhoud,
        Traceparent = Activity.Current?.Id,
    };

    /// <summary>
    /// The event again; null when Contracts does not know its name any more: then it stays in the journal, and shows nowhere.
    /// </summary>
    public Gebeurtenis? Lees(EventJson json) =>
        Soorten.TryGetValue(Gebeurtenis, out var soort) ? json.Read(Encoding.UTF8.GetBytes(Inhoud), soort) : null;
}
