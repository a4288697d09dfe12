using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>
/// The kind and the amount of a decision on a bezwaar, on which mandate and four eyes depend: of the help that it gives, or of the decision
/// that it upholds (Awb 10:3 lid 1).
/// </summary>
internal static class Besluitkenmerken
{
    public static IEnumerable<Besluitkenmerk> Van(Bezwaarbesluit besluit, Bezwaar bezwaar, Gemeentebeleid beleid)
    {
        if (besluit.Uitkomst == Bezwaaruitkomst.Gegrond)
            return (besluit.Voorzieningen ?? []).Where(v => v.VoorzieningId is not null).GroupBy(v => v.VoorzieningId!.Value)
                .Where(groep => bezwaar.Was(groep.Key) is not null).Select(groep =>
                {
                    List<BeschikteVoorziening> wordt = [.. groep.Select(v => v.Op(bezwaar.Was(groep.Key)))];
                    return BinnenMandaat.Van(groep.Any(v => v.Uitkomst == Uitkomst.GedeeltelijkToekennen)
                        ? Besluituitkomst.GedeeltelijkToekennen : Besluituitkomst.Toekennen, wordt[0].Product.Categorie,
                        [.. wordt.Where(v => v.IsToegekend).Select(v => v.Deel())], beleid);
                });
        // The refusal of an aanvraag as a whole has no product.
        if (!bezwaar.HeeftVoorzieningen && bezwaar.Tegen == BestredenSoort.Beschikking)
            return [new(Besluituitkomst.Afwijzen, null, null)];
        return bezwaar.Besluiten.SelectMany(b => b.Voorzieningen).Select(v => v.VoorzieningId).Distinct().Select(id =>
        {
            var blijft = bezwaar.Was(id)!;
            return BinnenMandaat.Van(blijft.Uitkomst switch
            {
                Uitkomst.Toekennen => Besluituitkomst.Toekennen,
                Uitkomst.GedeeltelijkToekennen => Besluituitkomst.GedeeltelijkToekennen,
                Uitkomst.Afwijzen => Besluituitkomst.Afwijzen,
                Uitkomst.BuitenBehandeling => Besluituitkomst.BuitenBehandeling,
            }, blijft.Product.Categorie, [blijft.Deel()], beleid);
        });
    }
}
