using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Beschikkingen.Tests.Loop;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// A bezwaar in memory, with a day that the test chooses. The beschikking refused help and was made known on Friday 1 May 2026, so the last
/// day to object is Friday 12 June, and the last day to decide Friday 24 July.
/// </summary>
internal sealed class Bezwaarloop
{
    public const string Beslisser1 = "beslisser-1";
    public static readonly Hoorder Hoorder = new("hoorder-1", Leidt: true, Voorbereid: false);
    private DateTimeOffset _nu;

    public Bezwaarloop(string ontvangen = "2026-05-08", string? gepost = null, string? elders = null, string? bekend = "2026-05-01",
        bool bestond = true, bool kosten = false, BeschikteVoorziening? was = null, bool zonderIndicatie = false,
        BestredenBesluit? tegen = null)
    {
        Op(ontvangen);
        Was = was ?? new(Guid.CreateVersion7(), Uitkomst.Afwijzen, new("02", "02T21"), new(120, "01", "2"),
            new(new(2026, 6, 1), new(2027, 5, 31)), Leveringsvorm.Zin, "12345678", null);
        Bezwaar = Bezwaar.Ontvang("Z-2026-000001", new("D-2026-000001", Guid.NewGuid(), Voorbeelden.Inwoner, Voorbeelden.Team),
            tegen ?? (zonderIndicatie ? Besluit(bekend) with { Voorzieningen = [] } : Besluit(bekend)), bestond,
            new(Dag(ontvangen), D(gepost), D(elders)), "Ik heb de hulp wel nodig.", kosten, _nu);
        Ontvangen = Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<BezwaarOntvangen>();
    }

    public Bezwaar Bezwaar { get; }
    public BeschikteVoorziening Was { get; }
    public BezwaarOntvangen Ontvangen { get; }

    /// <summary>The help and the tests of today.</summary>
    public Bezwaarkennis Kennis { get; set; } = Bezwaarkennis.Geen;

    /// <summary>The choices of the municipality about its decisions.</summary>
    public Tabel<Gemeentebeleid> Regels { get; init; } = Beleid;
    public DateTimeOffset Nu => _nu;

    public BestredenBesluit Besluit(string? bekend) =>
        new(BestredenSoort.Beschikking, Guid.Empty, "B-2026-000001", D(bekend), Beslisser1, [Was]);

    public Bezwaarloop Op(string dag)
    {
        _nu = new DateTimeOffset(Dag(dag), new(9, 0), TimeSpan.Zero);
        return this;
    }

    public IReadOnlyList<Gebeurtenis> Aangekondigd() => Aankondigingen.Van(Bezwaar);

    public Bezwaarloop Doe(Action<Bezwaar, DateTimeOffset> wat)
    {
        wat(Bezwaar, _nu);
        return this;
    }

    public Herstelverzoek VraagHerstel(string uiterlijk, params Verzuimsoort[] wat) =>
        Bezwaar.VraagHerstel(Dag(uiterlijk), wat, null, Beleid, _nu);

    public Bezwaarloop Gehoord(string dag)
    {
        var zitting = Bezwaar.NodigUit(null, new(Dag(dag), new(10, 0), TimeSpan.Zero), "Stadhuis, kamer 1", kort: false, _nu);
        Op(dag);
        Bezwaar.LegHorenVast(zitting.Id, new(Dag(dag), [Hoorder], DoorCommissie: false, "De inwoner legt uit waarom."), _nu);
        return this;
    }

    public Bezwaarloop ZonderHoren(Geenhoorgrond grond = Geenhoorgrond.WilNiet) =>
        Doe((b, nu) => b.ZieAfVanHoren(grond, "Zo bleek dat.", nu));

    public Herbesluit Toegekend => new(Uitkomst.Toekennen, "Toch nodig.", Was.VoorzieningId);

    public Bezwaarloop Beslis(Bezwaarbesluit besluit, string door = "beslisser-2", string? bsn = null) => Doe((b, nu) => b.Beslis(
        besluit, new(door, new HashSet<string> { Rollen.Beslisser }, bsn, null, new HashSet<string>()), Kennis, Regels, nu));

    public Bezwaarloop HoudBij() => Doe((b, nu) => b.HoudBij(Beleid, nu));

    public Bezwaarloop MaakBekend() => Doe((b, nu) => b.MaakBekend(DateOnly.FromDateTime(nu.Date), Kennis, Regels, nu));

    public Bezwaarloop KeurGoed(string door) => Doe((b, nu) =>
        b.KeurGoed(new(door, new HashSet<string> { Rollen.Beslisser }, null, null, new HashSet<string>()), nu));

    public static Bezwaarbesluit Ongegrond => new(Bezwaaruitkomst.Ongegrond, "Het besluit klopt.");

    private static DateOnly? D(string? dag) => dag is null ? null : Dag(dag);
}
