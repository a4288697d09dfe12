using System.Text.Json.Serialization;

namespace WmoPlatform.Contracts;

/// <summary>
/// Something that happened in one service and that other services may act on: an integration event.
/// Concrete events are records in the past tense, all in this one namespace: the class name is the wire name
/// (see <see cref="Gebeurtenissen"/>), so moving a file to another folder never re-routes a message.
/// </summary>
/// <remarks>
/// The aggregate that announces an event fills in the properties of this base (see <c>Aggregate.Announce</c> in Messaging).
/// Consumers tolerate properties they do not know; a breaking change is a new event with a new name.
/// </remarks>
public abstract record Gebeurtenis
{
    /// <summary>
    /// The dossier it belongs to, for instance <c>D-2026-000123</c>; empty only for facts about the register of providers.
    /// </summary>
    public string Dossiernummer { get; init; } = "";

    /// <summary>The aggregate that announced it.</summary>
    public Guid AggregaatId { get; init; }

    /// <summary>Position among all events of that aggregate, over all event types: 1, 2, 3, … without gaps.</summary>
    public int Versie { get; init; }

    /// <summary>When it happened, an instant in UTC.</summary>
    public DateTimeOffset Op { get; init; }

    /// <summary>The actor. Only an event that something other than an aggregate made has none.</summary>
    public Actor? Door { get; init; }

    /// <summary>
    /// The machtiging under which somebody acts for the person in what this is about, so letters go to them (Awb 2:1); null without one.
    /// Its <see cref="GemachtigdeVastgelegd"/> says who it is.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? MachtigingId { get; init; }

    /// <summary>The key of the order: events with the same dossier, or else the same aggregate, reach the consumers in order.</summary>
    [JsonIgnore]
    public string Volgordesleutel => Dossiernummer.Length > 0 ? Dossiernummer : AggregaatId.ToString();
}
