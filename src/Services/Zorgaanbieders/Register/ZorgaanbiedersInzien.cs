using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.ServiceDefaults.Inzage;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Register;

/// <summary>Shows the list from which a resident chooses, to every signed-in user.</summary>
public static class ZorgaanbiedersInzien
{
    /// <summary>Everybody except the chain partners, which only deliver messages.</summary>
    private static readonly string[] Iedereen = [.. Rollen.Alle.Except([Rollen.Keten])];

    /// <param name="Agb">De AGB-code, acht cijfers.</param>
    /// <param name="Naam">De handelsnaam.</param>
    /// <param name="Productcategorieen">De categorieën waarvoor het contract geldt, twee cijfers elk (WMO020).</param>
    /// <param name="GeldigVan">De eerste dag van het contract.</param>
    /// <param name="GeldigTot">De laatste dag; leeg als het contract doorloopt.</param>
    /// <param name="Capaciteit">Hoeveel nieuwe cliënten er nog bij kunnen; leeg als dat niet bekend is.</param>
    /// <param name="OpzegtermijnDagen">De opzegtermijn in dagen; leeg als die niet is vastgelegd.</param>
    /// <param name="Productcodes">De productcodes waarvoor het contract geldt; leeg als het voor alle codes van de categorieën
    /// geldt.</param>
    /// <param name="Aansluiting">Hoe de zorgaanbieder hoort en antwoordt: met berichten (iWmo), of op het platform zelf.</param>
    public sealed record Overzicht(
        string Agb, string Naam, IReadOnlyList<string> Productcategorieen, DateOnly GeldigVan, DateOnly? GeldigTot, int? Capaciteit,
        int? OpzegtermijnDagen,
        IReadOnlyList<string> Productcodes, Aansluiting Aansluiting);

    public static void MapZorgaanbiedersInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/zorgaanbieders", Lijst).Voor(Iedereen)
            .ToontNiemand("Het register gaat over zorgaanbieders.")
            .WithSummary("Zorgaanbieders")
            .WithDescription(
                "De gecontracteerde zorgaanbieders, op AGB-code; "
                + "als u wilt alleen die van één productcategorie, of met een contract op één dag.");
        api.MapGet("/zorgaanbieders/{agb}", Een).Voor(Iedereen)
            .ToontNiemand("Het register gaat over zorgaanbieders.")
            .WithSummary("Een zorgaanbieder").WithDescription("Een zorgaanbieder met zijn contract. De ETag is nodig om het te wijzigen.");
    }

    private static async Task<Ok<Pagina<Overzicht>>> Lijst(
        ZorgaanbiedersDb db, string? productcategorie, DateOnly? geldigOp, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var vanaf = Pagina.Na(na) ?? "";
        var zorgaanbieders = db.Zorgaanbieders.AsNoTracking().Where(z => string.Compare(z.Agb, vanaf) > 0);
        if (productcategorie is not null)
            zorgaanbieders = zorgaanbieders.Where(z => z.Contract.Productcategorieen.Contains(productcategorie));
        if (geldigOp is { } dag)
            zorgaanbieders = zorgaanbieders
                .Where(z => z.Contract.GeldigVan <= dag && (z.Contract.GeldigTot == null || z.Contract.GeldigTot >= dag));
        var rijen = await zorgaanbieders.OrderBy(z => z.Agb).Take(n + 1).ToListAsync(annulering);
        return TypedResults.Ok(Pagina.Van([.. rijen.Select(Van)], n, o => o.Agb));
    }

    private static async Task<Ok<Overzicht>> Een(string agb, Etag etag, ZorgaanbiedersDb db, CancellationToken annulering)
    {
        var zorgaanbieder = await db.Zorgaanbieders.AsNoTracking().SingleOrDefaultAsync(z => z.Agb == agb, annulering)
            ?? throw Weigering.Onbekend("Deze zorgaanbieder");
        etag.Zet(zorgaanbieder.RowVersion);
        return TypedResults.Ok(Van(zorgaanbieder));
    }

    internal static Overzicht Van(Zorgaanbieder z) =>
        new(
            z.Agb, z.Contract.Naam, z.Contract.Productcategorieen, z.Contract.GeldigVan, z.Contract.GeldigTot, z.Contract.Capaciteit,
            z.Contract.OpzegtermijnDagen, z.Contract.Productcodes, z.Contract.Aansluiting);
}
