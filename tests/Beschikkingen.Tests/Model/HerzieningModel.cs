using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Contracts;

namespace WmoPlatform.Beschikkingen.Tests.Model;

/// <summary>
/// One voorziening and the decisions that end it, as simply as it can be said: the last granted day, and for each act the code of its
/// refusal, or null when it is done. It counts days by itself and knows nothing of the aggregates.
/// </summary>
internal sealed class HerzieningModel(DateOnly eersteDag, DateOnly laatsteDag)
{
    public sealed class Zaak(Herzieningsgrond grond, DateOnly vanaf, DateOnly? wilVan, bool metReden)
    {
        public Herzieningsgrond Grond => grond;
        public DateOnly Vanaf => vanaf;
        public DateOnly? WilVan => wilVan;
        public bool MetReden => metReden;
        public bool Wil => grond == Herzieningsgrond.OpVerzoek;
        public Herzieningstatus Status { get; set; }
        public (DateOnly Op, DateOnly Uiterlijk)? Voornemen { get; set; }
        public bool Gereageerd { get; set; }
        public (int Stand, DateOnly? Eerder, DateOnly Op)? Bekend { get; set; }
        public bool Gevorderd { get; set; }
    }

    public DateOnly Vandaag { get; set; }
    public DateOnly? LaatsteDag { get; private set; } = laatsteDag;
    public int Standen { get; private set; } = 1;
    public Zaak? Nu { get; private set; }

    private string? Af => Nu!.Status switch
    {
        Herzieningstatus.Vervallen or Herzieningstatus.Herroepen => "herziening-vervallen",
        Herzieningstatus.Bekendgemaakt => "al-bekendgemaakt",
        _ => null,
    };

    public string? Begin(Zaak zaak) => Doe(Kan(zaak), () => Nu = zaak);

    public string? NeemVoor(DateOnly uiterlijk) => Doe(
        Af ?? (Nu!.Wil ? "geen-voornemen-nodig" : Nu.Voornemen is not null ? "voornemen-al-verstuurd"
            : uiterlijk < Vandaag.AddDays(14) ? "termijn-te-kort" : uiterlijk.Year > Vandaag.Year + 1 ? "dag-te-ver" : null),
        () => (Nu!.Voornemen, Nu.Status) = ((Vandaag, uiterlijk), Herzieningstatus.Voorgenomen));

    public string? NeemZienswijze(DateOnly op) => Doe(
        Af ?? (Nu!.Voornemen is not { } voornemen ? "geen-voornemen" : op > Vandaag ? "dag-in-de-toekomst"
            : op < voornemen.Op ? "dag-te-vroeg" : null),
        () => Nu!.Gereageerd = true);

    public string? Beslis(Zonderhorengrond? zonderHoren) => Doe(
        Af ?? Kan(Nu!) ?? (Nu!.Wil ? null : Gehoord(zonderHoren) ?? Terug()), () => Nu!.Status = Herzieningstatus.Besloten);

    public string? MaakBekend() => Doe(
        Af ?? (Nu!.Status != Herzieningstatus.Besloten ? "nog-geen-besluit" : null) ?? Kan(Nu) ?? (Nu.Wil ? null : Terug()), () =>
    {
        (Nu!.Status, Nu.Bekend) = (Herzieningstatus.Bekendgemaakt, (++Standen, LaatsteDag, Vandaag));
        LaatsteDag = Nu.Vanaf <= eersteDag ? null : Nu.Vanaf.AddDays(-1);
    });

    public string? Vervalt(bool doorInwoner) => Doe(
        Af ?? (doorInwoner && !Nu!.Wil ? "niet-van-de-inwoner" : null), () => Nu!.Status = Herzieningstatus.Vervallen);

    public string? Herroep() => Doe(
        !Nu!.Wil || Nu.Status != Herzieningstatus.Bekendgemaakt ? "niet-te-herroepen"
            : Nu.Bekend!.Value.Stand != Standen ? "later-besluit" : Vandaag >= Nu.Vanaf ? "hulp-is-gestopt" : null, () =>
    {
        (Nu.Status, LaatsteDag) = (Herzieningstatus.Herroepen, Nu.Bekend!.Value.Eerder);
        Standen++;
    });

    /// <summary>One day is claimed, the first that the decision took; and once.</summary>
    public string? VorderTerug() => Doe(Nu!.Grond != Herzieningsgrond.OnjuisteGegevens ? "geen-grond-voor-terugvordering"
        : Nu.Bekend is not { } bekend ? "eerst-herzien"
        : bekend.Eerder is not { } eerder || Vorderdag > eerder || Vorderdag >= bekend.Op ? "niets-ontnomen"
        : Nu.Gevorderd ? "al-teruggevorderd" : null, () => Nu!.Gevorderd = true);

    public DateOnly Vorderdag => Nu!.Vanaf < eersteDag ? eersteDag : Nu.Vanaf;

    private string? Kan(Zaak zaak) => zaak.Vanaf.Year > Vandaag.Year + 1 ? "dag-te-ver"
        : LaatsteDag is null || zaak.Vanaf > LaatsteDag ? "niets-gewijzigd"
        : !zaak.Wil ? null
        : zaak.WilVan is not { } dag ? "dag-van-de-wens-ontbreekt"
        : dag > Vandaag ? "dag-in-de-toekomst"
        : zaak.Vanaf <= dag && zaak.Vanaf <= Vandaag ? "niet-terug" : null;

    /// <summary>Who gets less is heard first (Awb 4:8), with exceptions. A term that runs is waited for, unless there is no time.</summary>
    private string? Gehoord(Zonderhorengrond? zonderHoren) => Nu!.Gereageerd || zonderHoren == Zonderhorengrond.Spoed ? null
        : Nu.Voornemen is { } voornemen && voornemen.Uiterlijk >= Vandaag ? "zienswijze-loopt-nog"
        : zonderHoren is null && Nu.Voornemen is null ? "eerst-horen" : null;

    /// <summary>Less works back in time only for a reason (Wmo 2015 art. 2.3.8), and else after six weeks.</summary>
    private string? Terug() => Nu!.Grond == Herzieningsgrond.OnjuisteGegevens || Nu.MetReden
        ? Nu.Vanaf <= Vandaag && !Nu.MetReden ? "reden-terug-ontbreekt" : null
        : Nu.Vanaf <= Vandaag ? "niet-terug" : Nu.Vanaf < Vandaag.AddDays(42) ? "overgang-te-kort" : null;

    private static string? Doe(string? geweigerd, Action doe)
    {
        if (geweigerd is null) doe();
        return geweigerd;
    }
}
