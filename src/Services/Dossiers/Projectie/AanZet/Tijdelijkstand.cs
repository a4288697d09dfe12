using WmoPlatform.Contracts;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>The party that must act on an urgent case and on temporary help, beside the melding, the onderzoek and the aanvraag.</summary>
internal static class Tijdelijkstand
{
    /// <summary>The stand with what temporary help asks for. A zaak is not over while that help runs.</summary>
    public static Stand Naast(this Stand stand, Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        // Once there is a beschikking, all help is judged together.
        List<Stand> hulp = feiten.Heeft<BeschikkingBekendgemaakt>() ? [] : [.. Hulp(feiten)];
        if (stand.Status >= Dossierstatus.HulpGestopt && hulp.Count > 0) stand = hulp.MinBy(s => (s.Wie, s.Status))!;
        if (Spoed(termijnen) is { } spoed) return spoed with { Status = stand.Status };
        Stand?[] ernaast =
            [ZonderAanvraag(feiten), hulp.Count > 0 ? Herzieningstand.Van(feiten) : null, hulp.MinBy(s => s.Wie)];
        return ernaast.OfType<Stand>().Where(s => s.Wie < stand.Wie).MinBy(s => s.Wie) is { } voor
            ? voor with { Status = stand.Status } : stand;
    }

    /// <summary>Wmo 2015 art. 2.3.3. Nothing is due earlier.</summary>
    private static Stand? Spoed(IReadOnlyList<Termijnstand> termijnen) => termijnen.Loopt(Termijnen.Spoed) is { } dag
        ? new(default, Wie.Consulent, "De hulp kan niet wachten. De consulent beslist met spoed over tijdelijke hulp.", dag) : null;

    /// <summary>An aanvraag after all answers it, and so does what is prepared or decided that ends the help.</summary>
    private static Stand? ZonderAanvraag(Feiten feiten) =>
        feiten.Laatste<TijdelijkeHulpZonderAanvraag>() is { } zonder
        && feiten.Laatste(g => g is AanvraagOntvangen { Wijziging: null }
            || (g is IOverVoorziening over && over.VoorzieningId == zonder.VoorzieningId
            && g is TijdelijkeHulpZonderAanvraag or IVanHerziening or VoorzieningGewijzigd { LooptDoor: false }))
            is TijdelijkeHulpZonderAanvraag or HerzieningVervallen or VoorzieningGewijzigd { Delen: [.., { Tijdelijk: true }] }
        ? new(default, Wie.Consulent,
            "De tijdelijke hulp loopt, maar er komt geen besluit op een aanvraag. De consulent bespreekt dat met de inwoner, en stuurt een "
            + "voornemen om de hulp te laten eindigen.")
        : null;

    /// <summary>The temporary help that runs, or is to begin.</summary>
    private static IEnumerable<Stand> Hulp(Feiten feiten) => feiten.Alle<VoorzieningGewijzigd>()
        .GroupBy(v => v.VoorzieningId).Select(v => v.MaxBy(s => s.Stand)!).Where(v => v.Delen.Count > 0)
        .Select(v => Hulpstand.Van(feiten.Over(v.VoorzieningId), feiten.IsOverleden()))
        .Where(s => s.Status < Dossierstatus.HulpGestopt);
}
