using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Zorgaanbieders.Regels;

/// <summary>What stands in the way of an assignment.</summary>
/// <param name="Reden">As the event carries it.</param>
/// <param name="Uitleg">Dutch: what it is, and what to do.</param>
public sealed record Beletsel(Beletselreden Reden, string Uitleg)
{
    /// <summary>The same reason as the code of a refusal.</summary>
    public string Code => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(Reden.ToString());
}

/// <summary>Before an assignment leaves: what it asks must be contracted, and must not be given twice.</summary>
public static class Contractcontrole
{
    /// <summary>Rolstoel, vervoer, woning and other aids: a person may have two of a kind (iWmo OP259).</summary>
    private static readonly string[] Stapelbaar = ["11", "12", "13", "14"];

    /// <summary>What the contract lacks; null when it covers this help on all its days that are still to come.</summary>
    /// <param name="contract">Null when the provider is not in the register.</param>
    /// <param name="product">What kind of help.</param>
    /// <param name="periode">When.</param>
    /// <param name="nieuweClient">Whether the provider has no help to give to this person yet.</param>
    /// <param name="vandaag">The day of the check.</param>
    /// <param name="beleid">Holds the tariffs.</param>
    public static Beletsel? Controleer(Contract? contract, Product product, Periode periode, bool nieuweClient, DateOnly vandaag, Tabel<Gemeentebeleid> beleid)
    {
        if (contract is null)
            return new(Beletselreden.AanbiederOnbekend, "Deze zorgaanbieder staat niet in het register. Leg het contract vast en bied de toewijzing opnieuw aan, of kies een andere zorgaanbieder.");
        if (!contract.Levert(product))
            return new(Beletselreden.ProductNietGecontracteerd, $"Deze zorgaanbieder heeft geen contract voor product {product.Code} uit categorie {product.Categorie}. Herstel het contract en bied de toewijzing opnieuw aan, of kies een andere zorgaanbieder.");
        var vanaf = periode.Ingangsdatum > vandaag ? periode.Ingangsdatum : vandaag;
        if (!contract.Geldt(vanaf) || contract.GeldigTot < periode.Einddatum)
            return new(Beletselreden.BuitenContractperiode, $"Het contract met deze zorgaanbieder geldt niet van {Datumtekst.ZonderWeekdag(vanaf)} tot en met {Datumtekst.ZonderWeekdag(periode.Einddatum)}. Herstel het contract en bied de toewijzing opnieuw aan, of kies een andere zorgaanbieder.");
        // A municipality that has no list of tariffs for those days has agreed them elsewhere.
        if (beleid.Op(vanaf).Waarde.Zintarieven is { Count: > 0 } tarieven && !tarieven.ContainsKey(product.Code))
            return new(Beletselreden.GeenTarief, $"Er is geen tarief voor product {product.Code}. Vul het tarief aan en bied de toewijzing opnieuw aan, of kies een andere zorgaanbieder.");
        return nieuweClient && contract.Capaciteit == 0
            ? new(Beletselreden.GeenCapaciteit, "Deze zorgaanbieder heeft nu geen plaats voor een nieuwe cliënt. Kies met de inwoner een andere zorgaanbieder, of wacht tot er plaats is en bied de toewijzing opnieuw aan.")
            : null;
    }

    /// <summary>The same help twice at one provider in the same time (iWmo OP259, TR302); null when it is not so.</summary>
    public static Beletsel? Stapelt(Toewijzing toewijzing, IEnumerable<Toewijzing> andere, DateOnly vandaag) =>
        !IsStapelbaar(toewijzing.Product.Categorie) && andere.FirstOrDefault(a => a != toewijzing && a.Geldt(vandaag) && a.Product == toewijzing.Product && Overlapt(a.Periode, toewijzing.Periode)) is { } ander
            ? new(Beletselreden.Stapeling, $"Dezelfde hulp is in dezelfde tijd al toegewezen aan deze zorgaanbieder: toewijzing {ander.Toewijzingnummer}. Beëindig of wijzig die eerst, en bied deze daarna opnieuw aan.")
            : null;

    /// <summary>A pgb for the same product in the same time (iWmo OP043); null when there is none.</summary>
    public static Beletsel? NaastPgb(Toewijzing toewijzing, IEnumerable<Pgb> pgbs) =>
        pgbs.FirstOrDefault(p => p.Categorie == toewijzing.Product.Categorie && p.Code == toewijzing.Product.Code && Overlapt(p.Periode, toewijzing.Periode)) is { } pgb
            ? new(Beletselreden.PgbVoorZelfdeProduct, $"De inwoner heeft voor deze hulp een pgb tot en met {Datumtekst.ZonderWeekdag(pgb.Einddatum)}. Beëindig eerst het pgb, of kies een latere ingangsdatum.")
            : null;

    public static bool IsStapelbaar(string categorie) => Stapelbaar.Contains(categorie);

    private static bool Overlapt(Periode a, Periode b) => a.Ingangsdatum <= b.Einddatum && b.Ingangsdatum <= a.Einddatum;
}
