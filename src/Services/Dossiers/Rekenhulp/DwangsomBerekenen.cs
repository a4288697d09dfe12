using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Inzage;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Dossiers.Rekenhulp;

/// <summary>Computes the dwangsom that the municipality owes for a late decision, as of a day.</summary>
public static class DwangsomBerekenen
{
    private const int MeesteAanvragers = 1000;

    /// <param name="Beslistermijn">De laatste dag om te beslissen, na opschorting en de Algemene termijnenwet.</param>
    /// <param name="Ingebrekestelling">De dag waarop de schriftelijke ingebrekestelling is ontvangen.</param>
    /// <param name="Peildatum">De dag tot en met welke wordt geteld.</param>
    /// <param name="Besluit">De dag waarop het besluit is bekendgemaakt; leeg als er nog geen besluit is.</param>
    /// <param name="Aanvragers">Hoeveel aanvragers de dwangsom delen; 1 als het leeg is.</param>
    public sealed record Invoer(DateOnly Beslistermijn, DateOnly Ingebrekestelling, DateOnly Peildatum, DateOnly? Besluit = null,
        int? Aanvragers = null) : IRequestBody;

    /// <param name="EersteDag">
    /// De eerste dag waarover een dwangsom verschuldigd kan zijn; null bij een ingebrekestelling die te vroeg kwam.
    /// </param>
    /// <param name="LaatsteDag">De tweeënveertigste dag; null bij een ingebrekestelling die te vroeg kwam.</param>
    /// <param name="Dagen">Over hoeveel dagen een dwangsom verschuldigd is, hooguit 42.</param>
    /// <param name="Bedrag">Het bedrag in euro's, voor alle aanvragers samen.</param>
    /// <param name="BedragPerAanvrager">Het bedrag in euro's voor ieder, op hele centen afgerond.</param>
    /// <param name="BesluitUiterlijk">
    /// De laatste dag om de hoogte van de dwangsom vast te stellen; null als er geen dwangsom kan zijn.
    /// </param>
    /// <param name="Stappen">De afleiding, op volgorde.</param>
    public sealed record Antwoord(
        DateOnly? EersteDag, DateOnly? LaatsteDag, int Dagen, decimal Bedrag, decimal BedragPerAanvrager, DateOnly? BesluitUiterlijk,
            IReadOnlyList<Rekenstap> Stappen);

    public static void MapDwangsomBerekenen(this IEndpointRouteBuilder api) =>
        api.MapPost("/dwangsommen", Bereken).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice, Rollen.Beheer, Rollen.Systeem)
            .Valideer(new Vorm())
            .ToontNiemand("De rekenhulp kent geen dossier: zij rekent met wat de vrager invult.")
            .WithSummary("Dwangsom berekenen")
            .WithDescription("De dwangsom bij een te late beslissing, op een peildatum, en hoe die is berekend. Er wordt niets bewaard.");

    private static Ok<Antwoord> Bereken(Invoer invoer, Tabel<Gemeentebeleid> beleid)
    {
        var dwangsom = Dwangsommen.Bereken(
            invoer.Beslistermijn, invoer.Ingebrekestelling, invoer.Besluit, invoer.Peildatum, invoer.Aanvragers ?? 1,
                beleid.Op(invoer.Ingebrekestelling).Waarde.Dwangsom);
        return TypedResults.Ok(new Antwoord(
            dwangsom.EersteDag, dwangsom.LaatsteDag, dwangsom.Dagen, dwangsom.Bedrag, dwangsom.BedragPerAanvrager,
                dwangsom.BesluitUiterlijk, Rekenstap.Van(dwangsom.Stappen)));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Beslistermijn).BinnenDeKalender();
            RuleFor(v => v.Ingebrekestelling).BinnenDeKalender();
            RuleFor(v => v.Peildatum).BinnenDeKalender();
            RuleFor(v => v.Besluit).BinnenDeKalender();
            RuleFor(v => v.Aanvragers).InclusiveBetween(1, MeesteAanvragers)
                .WithMessage($"Kies 1 tot en met {MeesteAanvragers} aanvragers.");
        }
    }
}
