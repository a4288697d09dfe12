using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Zorgaanbieders.Register;

/// <summary>An obstacle to an assignment.</summary>
/// <param name="Reden">The reason, as the event carries it.</param>
/// <param name="Uitleg">Dutch: the obstacle, and what to do about it.</param>
public sealed record Beletsel(Beletselreden Reden, string Uitleg)
{
    /// <summary>Nobody gets help after death.</summary>
    public static Beletsel Overleden { get; } = new(Beletselreden.InwonerOverleden,
        "Volgens de BRP is de inwoner overleden. Verwijder de toewijzing, en neem contact op met de nabestaanden.");

    /// <summary>The same reason as the code of a refusal.</summary>
    public string Code => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(Reden.ToString());
}

/// <summary>Checks before an assignment that the contract covers the help.</summary>
public static class Contractcontrole
{
    private const string OfAnders = "en bied de toewijzing opnieuw aan, of kies een andere zorgaanbieder.";

    /// <summary>Finds the first thing that the contract lacks; null when it covers this help on all days that are still to come.</summary>
    /// <param name="contract">Null when the provider is not in the register.</param>
    /// <param name="product">The kind of help.</param>
    /// <param name="periode">The period of the help.</param>
    /// <param name="nieuweClient">Whether the provider gives no help to this person yet.</param>
    /// <param name="vandaag">The day of the check.</param>
    /// <param name="beleid">Holds the tariffs.</param>
    public static Beletsel? Controleer(
        Contract? contract, Product product, Periode periode, bool nieuweClient, DateOnly vandaag, Tabel<Gemeentebeleid> beleid)
    {
        if (contract is null)
            return new(Beletselreden.AanbiederOnbekend, $"Deze zorgaanbieder staat niet in het register. Leg het contract vast {OfAnders}");
        if (!contract.Levert(product))
            return new(Beletselreden.ProductNietGecontracteerd,
                $"Deze zorgaanbieder heeft geen contract voor product {product.Code} uit categorie {product.Categorie}. "
                + $"Herstel het contract {OfAnders}");
        var vanaf = periode.Ingangsdatum > vandaag ? periode.Ingangsdatum : vandaag;
        if (!contract.Geldt(vanaf) || contract.GeldigTot < periode.Einddatum)
            return new(Beletselreden.BuitenContractperiode,
                $"Het contract met deze zorgaanbieder geldt niet van {Datumtekst.ZonderWeekdag(vanaf)} tot en met "
                + $"{Datumtekst.ZonderWeekdag(periode.Einddatum)}. Herstel het contract {OfAnders}");
        // Without a list of tariffs for those days, the municipality has agreed its tariffs elsewhere.
        if (beleid.Op(vanaf).Waarde.Zintarieven is { Count: > 0 } tarieven && !tarieven.ContainsKey(product.Code))
            return new(Beletselreden.GeenTarief, $"Er is geen tarief voor product {product.Code}. Vul het tarief aan {OfAnders}");
        return nieuweClient && contract.Capaciteit == 0
            ? new(Beletselreden.GeenCapaciteit, "Deze zorgaanbieder heeft nu geen plaats voor een nieuwe cliënt. "
                + "Kies met de inwoner een andere zorgaanbieder, of wacht tot er plaats is en bied de toewijzing opnieuw aan.")
            : null;
    }
}
