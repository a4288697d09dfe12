using FluentValidation;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Pgb.Regels;

/// <summary>A relation is a person or an organisation, with a name and an address or telephone number (iPgb CD504, TR515, OP130).</summary>
internal static class VertegenwoordigingIsVolledig
{
    private const string Veld = "vertegenwoordiging.relaties";

    /// <exception cref="Weigering">422.</exception>
    /// <param name="nieuw">The representation from now on.</param>
    /// <param name="bekend">The representation so far, whose numbers may be used again.</param>
    public static void Eis(Vertegenwoordiging nieuw, Vertegenwoordiging? bekend)
    {
        foreach (var relatie in nieuw.Relaties)
        {
            var (persoon, organisatie) =
                (relatie.Bsn is not null || relatie.Naam is not null, relatie.KvkNummer is not null || relatie.Organisatie is not null);
            if (persoon && organisatie)
                throw Weigering.Regel("persoon-of-organisatie",
                    "Een relatie is een persoon of een organisatie. Vul bij een organisatie geen BSN en geen naam van een persoon in.",
                    "iPgb CD504", Veld);
            if (!persoon && !organisatie)
                throw Weigering.Regel(
                    "relatie-onbekend", "Vul van een relatie de naam in: van de persoon of van de organisatie.", "iPgb TR515", Veld);
            if ((relatie.Naam is null && relatie.Organisatie is null) || (relatie.Adres is null && relatie.Telefoon is null))
                throw Weigering.Regel(
                    "relatie-onvolledig", "Vul van een relatie de naam in, en een adres of een telefoonnummer.", "iPgb OP130", Veld);
            if (relatie.Nummer is { } nummer && bekend?.Relaties.Any(r => r.Nummer == nummer) != true)
                throw Weigering.Regel("relatienummer-onbekend",
                    "Dit nummer hoort bij geen relatie van dit budget. Laat het weg bij een nieuwe relatie.", "iPgb OP514", Veld);
        }
        if (nieuw.Relaties.Where(r => r.Nummer is not null).GroupBy(r => r.Nummer).Any(g => g.Count() > 1))
            throw Weigering.Regel(
                "relatienummer-dubbel", "Een relatie staat er twee keer in. Laat haar één keer staan.", "iPgb TR101", Veld);
    }
}

/// <summary>Checks that the values fit the elements of the message (level 1).</summary>
internal sealed class Vertegenwoordigingvorm : AbstractValidator<Vertegenwoordiging>
{
    public Vertegenwoordigingvorm()
    {
        RuleFor(v => v.Relaties).NotNull().WithMessage("Geef een lijst, ook als die leeg is.");
        RuleForEach(v => v.Relaties).NotNull().WithMessage("Vul deze relatie in, of laat haar weg.").ChildRules(r =>
        {
            r.RuleFor(x => x.Bsn).Must(b => b is null || Bsn.TryParse(b, out _)).WithMessage("Vul een geldig BSN in: negen cijfers.");
            r.RuleFor(x => x.KvkNummer).Must(k => k is null || Nummervormen.IsKvkNummer(k))
                .WithMessage("Een KvK-nummer heeft acht cijfers.");
            r.RuleFor(x => x.Naam!).SetValidator(new Naamvorm()).When(x => x.Naam is not null);
            r.RuleFor(x => x.Adres!).SetValidator(new Adresvorm()).When(x => x.Adres is not null);
            r.RuleFor(x => x.Telefoon!).SetValidator(new Telefoonvorm()).When(x => x.Telefoon is not null);
            r.RuleFor(x => x.Organisatie).Gevuld(35);
            r.RuleFor(x => x.Emailadres).Gevuld(80);
        });
        RuleFor(v => v.Contact!).ChildRules(c =>
        {
            c.RuleFor(x => x.Adres).NotNull().WithMessage("Vul het adres in.");
            c.RuleFor(x => x.Adres).SetValidator(new Adresvorm()).When(x => x.Adres is not null);
            c.RuleFor(x => x.Telefoon!).SetValidator(new Telefoonvorm()).When(x => x.Telefoon is not null);
            c.RuleFor(x => x.Organisatie).Gevuld(35);
            c.RuleFor(x => x.Emailadres).Gevuld(80);
        }).When(v => v.Contact is not null);
    }

    private sealed class Naamvorm : AbstractValidator<Relatienaam>
    {
        public Naamvorm()
        {
            RuleFor(n => n.Achternaam).NotEmpty().WithMessage("Vul de achternaam in.");
            RuleFor(n => n.Achternaam).Gevuld(200);
            RuleFor(n => n.Voorvoegsel).Gevuld(10);
            RuleFor(n => n.Voornamen).Gevuld(200);
            RuleFor(n => n.Voorletters).Matches(@"\A[a-zA-ZÀ-ỳ]{1,6}\z").WithMessage("Gebruik hooguit zes letters, zonder punten.");
        }
    }

    private sealed class Adresvorm : AbstractValidator<Relatieadres>
    {
        public Adresvorm()
        {
            RuleFor(a => a.Straatnaam).Gevuld(24);
            RuleFor(a => a.Huisnummer).InclusiveBetween(0, 99999).WithMessage("Een huisnummer heeft hooguit vijf cijfers.");
            RuleFor(a => a.Huisletter).Gevuld(1);
            RuleFor(a => a.Toevoeging).Gevuld(4);
            RuleFor(a => a.Postcode).NotNull().WithMessage("Vul de postcode in.")
                .Matches(@"\A[1-9][0-9]{3}[a-zA-Z]{2}\z").WithMessage("Een postcode is vier cijfers en twee letters, zonder spatie.");
            RuleFor(a => a.Plaatsnaam).Gevuld(80);
        }
    }

    private sealed class Telefoonvorm : AbstractValidator<Telefoonnummer>
    {
        public Telefoonvorm()
        {
            RuleFor(t => t.Nummer).NotNull().WithMessage("Vul het telefoonnummer in.")
                .Matches(@"\A[0-9]{1,15}\z").WithMessage("Gebruik hooguit vijftien cijfers, zonder spaties of streepjes.");
            RuleFor(t => t.Landnummer).NotNull().WithMessage("Vul het landnummer in.")
                .Matches(@"\A\+[0-9]{1,3}\z").WithMessage("Een landnummer is een plus en hooguit drie cijfers, bijvoorbeeld +31.");
        }
    }
}

internal static class Tekstvorm
{
    /// <summary>Either left out, or text that is neither blank nor too long.</summary>
    public static void Gevuld<T>(this IRuleBuilder<T, string?> regel, int lengte) =>
        regel.Must(t => t is null || (t.Length <= lengte && !string.IsNullOrWhiteSpace(t)))
            .WithMessage($"Gebruik hooguit {lengte} tekens, of laat dit weg.");
}
