using System.Diagnostics;
using System.Text;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Dossiers.Opslag;

/// <summary>
/// One event, written once and never changed: the database refuses changes (see the first migration), except that personal data are sealed
/// again with another key. Aggregate and version are its natural key.
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

    /// <summary>When the journal got it (UTC, the database's clock).</summary>
    public DateTimeOffset Ontvangen { get; init; }

    /// <summary>
    /// The event as it arrived, in JSON, including properties that Contracts does not know. Its personal data are sealed.
    /// </summary>
    public string Inhoud { get; init; } = "";

    /// <summary>W3C trace context of its arrival.</summary>
    public string? Traceparent { get; init; }

    /// <param name="gebeurtenis">The event, from which the line takes its columns.</param>
    /// <param name="inhoud">The whole event as JSON.</param>
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

    /// <summary>Whether Contracts still knows an event of this name.</summary>
    public bool IsBekend => Soorten.ContainsKey(Gebeurtenis);

    /// <summary>Reads the event, and opens what is sealed in it.</summary>
    public Gebeurtenis Lees(EventJson json) => json.Read(Encoding.UTF8.GetBytes(Inhoud), Soorten[Gebeurtenis]);
}
