namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>A draft of the decision, which a colleague reads, and returns or turns into the decision.</summary>
/// <param name="Nummer">Volgnummer, vanaf 1.</param>
/// <param name="Besluiten">De besluiten zoals ze in het concept staan.</param>
/// <param name="OpgesteldDoor">Het kenmerk van wie het opstelde.</param>
/// <param name="OpgesteldOp">De dag waarop het is opgesteld.</param>
/// <param name="Status">Of het op een beoordeling wacht, is teruggegeven, of is vastgesteld.</param>
/// <param name="Opmerkingen">Wat collega's erover opmerkten, ook bij eerdere concepten.</param>
public sealed record Concept(
    int Nummer, IReadOnlyList<Voorzieningbesluit> Besluiten, string OpgesteldDoor, DateOnly OpgesteldOp, Conceptstatus Status,
    IReadOnlyList<Conceptopmerking> Opmerkingen);

/// <summary>A remark of a colleague on a draft.</summary>
/// <param name="Concept">Het nummer van het concept.</param>
/// <param name="Door">Het kenmerk van de collega.</param>
/// <param name="Op">De dag.</param>
/// <param name="Tekst">De opmerking.</param>
public sealed record Conceptopmerking(int Concept, string Door, DateOnly Op, string Tekst);

public enum Conceptstatus
{
    TerBeoordeling,
    /// <summary>Its author makes another one.</summary>
    Teruggegeven,
    /// <summary>The decision was taken as it stands there.</summary>
    Vastgesteld,
}

/// <summary>The approval of the decision by a second person.</summary>
/// <param name="Door">Het kenmerk van wie het besluit goedkeurde.</param>
/// <param name="Op">De dag.</param>
public sealed record Goedkeuring(string Door, DateOnly Op);
