using WmoPlatform.Keten.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Spel;

/// <summary>Temporary help in a story.</summary>
public abstract partial class Verhaal
{
    /// <summary>Temporary help is given at once, before any onderzoek. It becomes the first voorziening of the story.</summary>
    /// <param name="door">The user who decides; a consulent by default.</param>
    /// <param name="categorie">The product category; begeleiding by default.</param>
    internal Verhaal MetSpoedGeholpen(string door = Mensen.Consulent, string categorie = "02") =>
        Spoedbesluit(door, categorie, verstrekken: true);

    /// <summary>The onderzoek after temporary help. From then on the story is about the voorziening that it finds.</summary>
    internal Verhaal OnderzochtNaSpoed() => Stap(() =>
    {
        Voorzieningen.Clear();
        return Task.CompletedTask;
    }).Onderzocht();

    /// <summary>It is decided that help is not urgent.</summary>
    /// <param name="door">The user who decides; a beslisser by default.</param>
    internal Verhaal MetSpoedGeweigerd(string door = Mensen.Beslisser) =>
        Spoedbesluit(door, "02", verstrekken: false);

    private Verhaal Spoedbesluit(string door, string categorie, bool verstrekken) => Stap(async () =>
    {
        await _platform.Rust(Dossiernummer);
        var besluit = (await _platform.Doe(door, $"/beschikkingen/v1/meldingen/{Meldingnummer}/spoedbesluiten", new
        {
            product = new { categorie, code = $"{categorie}A05" },
            omvang = new { volume = 10, eenheid = "04", frequentie = "2" },
            agb = verstrekken ? Agb.ZorgDichtbij : null,
            motivering = "Zo blijkt uit het telefoongesprek.",
            verstrekken,
        }))!;
        Voorzieningen.Add(besluit["voorzieningId"]!.GetValue<Guid>());
    });

    /// <summary>The help that was granted first goes on until the decision on the aanvraag.</summary>
    internal Verhaal Overbrugd() => Stap(async () =>
    {
        await _platform.Rust(Dossiernummer);
        var eerste = (await _platform.Lees(Mensen.Consulent, $"/beschikkingen/v1/voorzieningen?dossiernummer={Dossiernummer}"))
            .AsArray()[0]!["voorzieningId"];
        await _platform.Doe(Mensen.Consulent, $"/beschikkingen/v1/voorzieningen/{eerste}/overbrugging",
            new { motivering = "Wij beslissen nog over de hulp daarna." });
    });

    /// <summary>The assignments of the story in order of their first day, each with its first and last day.</summary>
    internal Verhaal Toegewezen(params (string Van, string Tot)[] dagen) => Stap(() => Verwacht("De toewijzingen", async () =>
        string.Join("; ", (await _platform.Lees(Mensen.Backoffice, $"/zorgaanbieders/v1/toewijzingen?dossiernummer={Dossiernummer}"))
            ["items"]!.AsArray().Where(t => t!["status"]!.GetValue<string>() is not "aangehouden").Select(t => t!["periode"]!)
            .Select(p => $"{p["ingangsdatum"]} {p["einddatum"]}").Order()),
        string.Join("; ", dagen.Select(d => $"{Iso(d.Van)} {Iso(d.Tot)}"))));
}
