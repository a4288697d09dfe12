using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>More letters of the objector: grounds, or other parts of the same decision.</summary>
public sealed partial class Bezwaar
{
    /// <summary>The last day on which it came to be about more parts; null when it did not.</summary>
    public DateOnly? UitgebreidOp => Brieven.Where(b => b.Voorzieningen.Count > 0).Select(b => (DateOnly?)b.VastgelegdOp).Max();

    /// <summary>The parts of a decision that it is about; null when it is not about that decision.</summary>
    public IReadOnlyList<Guid>? Over(BestredenBesluit besluit) =>
        Besluiten.FirstOrDefault(b => b.Soort == besluit.Soort && b.BesluitId == besluit.BesluitId) is { } bestreden
            ? [.. bestreden.Voorzieningen.Select(v => v.VoorzieningId)] : null;

    /// <summary>Whether a letter about the first decision comes within the term to object.</summary>
    public bool KomtOpTijd(Ontvangst ontvangst) =>
        Indieningen.Bezwaar(Termijn.BekendgemaaktOp, ontvangst.Teldag, ontvangst.Poststempel).Oordeel != Indieningsoordeel.TeLaat;

    /// <summary>
    /// Adds a letter. Other parts of the first decision join only within the term to object (Awb 6:7); one that comes later is a bezwaar of
    /// its own. A decision that was not made known is taken again.
    /// </summary>
    /// <param name="ontvangst">How it came in.</param>
    /// <param name="gronden">What it says; null when it only names other parts.</param>
    /// <param name="erbij">The parts of the first decision that it adds.</param>
    /// <param name="nu">The present moment.</param>
    public void NeemBrief(Ontvangst ontvangst, string? gronden, IReadOnlyList<BeschikteVoorziening> erbij, DateTimeOffset nu)
    {
        MoetNogBekend();
        // It may be older than the bezwaarschrift: a klacht that turns out to be about the decision.
        Dagregel.Eis(ontvangst.OntvangenOp, new(Kalender.EersteJaar, 1, 1), nu.Dag(), "ontvangenOp", "het begin van de Wmo 2015");
        if (erbij.Count > 0 && !KomtOpTijd(ontvangst))
            throw Weigering.Regel("uitbreiding-te-laat",
                "Deze brief kwam na de bezwaartermijn. Leg hem vast als een bezwaar tegen dat deel van het besluit.", "Awb art. 6:7",
                "voorzieningen");
        Gronden = gronden is null ? Gronden : Gronden is null ? gronden : $"{Gronden}\n\n{gronden}";
        Brieven = [.. Brieven, new(ontvangst.OntvangenOp, nu.Dag(), [.. erbij.Select(v => v.VoorzieningId)])];
        if (erbij.Count > 0)
        {
            Besluiten =
            [
                Besluiten[0] with { Voorzieningen = [.. Besluiten[0].Voorzieningen, .. erbij] }, .. Besluiten.Skip(1),
            ];
            // On the new part the objector is heard too, or says not to want that.
            (Afzien, Hoorvraag) = (null, null);
        }
        BeslisOpnieuw();
        Announce(new BezwaarAangevuld(Bezwaarnummer, ontvangst.Teldag, Brieven[^1].Voorzieningen), nu);
    }

    /// <summary>A decision that was not made known yet no longer says all, so it is taken again.</summary>
    private void BeslisOpnieuw()
    {
        if (Status != Bezwaarstatus.Beslist) return;
        (Besluit, BeslotenOp, BeslotenDoor, BeslotenOver, Goedkeuring) = (null, null, null, [], null);
        Status = Bezwaarstatus.Ontvangen;
    }
}

/// <summary>A letter of the objector that came after the bezwaarschrift.</summary>
/// <param name="OntvangenOp">De dag waarop de brief binnenkwam.</param>
/// <param name="VastgelegdOp">De dag waarop de brief is vastgelegd.</param>
/// <param name="Voorzieningen">De voorzieningen waar het bezwaar sindsdien ook over gaat.</param>
public sealed record Bezwaarbrief(DateOnly OntvangenOp, DateOnly VastgelegdOp, IReadOnlyList<Guid> Voorzieningen);

/// <summary>The municipality's own decision that holds on a voorziening.</summary>
/// <param name="VoorzieningId">De voorziening.</param>
/// <param name="BesluitId">Het besluit.</param>
/// <param name="Beschikkingnummer">Het nummer van het besluit.</param>
public sealed record Hulpbesluit(Guid VoorzieningId, Guid BesluitId, string Beschikkingnummer);
