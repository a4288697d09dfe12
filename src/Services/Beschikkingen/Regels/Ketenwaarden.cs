using FluentValidation;
using WmoPlatform.Contracts;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>Checks help in a request against the code lists of iWmo.</summary>
internal static class Ketenwaarden
{
    public static IRuleBuilderOptions<T, Product> Ketenproduct<T>(this IRuleBuilder<T, Product> product) => product.ChildRules(p =>
    {
        p.RuleFor(v => v.Categorie).NotNull().Matches(@"\A(0[1-9]|1[0-8])\z")
            .WithMessage("Gebruik een productcategorie van 01 tot en met 18.");
        p.RuleFor(v => v.Code).NotNull().Matches(@"\A[0-9A-Za-z]{1,5}\z")
            .WithMessage("Een productcode heeft één tot vijf letters of cijfers.");
    }).NotNull();

    public static IRuleBuilderOptions<T, Omvang> Ketenomvang<T>(this IRuleBuilder<T, Omvang> omvang) => omvang.ChildRules(o =>
    {
        o.RuleFor(v => v.Volume).InclusiveBetween(1, 99_999_999).WithMessage("Vul 1 tot en met 99999999 in.");
        o.RuleFor(v => v.Eenheid).NotNull().Matches(@"\A(01|04|14|16|82|83|84)\z")
            .WithMessage("Gebruik een eenheid uit de lijst: 01, 04, 14, 16, 82, 83 of 84.");
        o.RuleFor(v => v.Frequentie).NotNull().Matches(@"\A[1246]\z").WithMessage("Gebruik een frequentie uit de lijst: 1, 2, 4 of 6.");
    }).NotNull();

    public static IRuleBuilderOptions<T, string?> Agbcode<T>(this IRuleBuilder<T, string?> agb) =>
        agb.Matches(@"\A\d{8}\z").WithMessage("Een AGB-code heeft acht cijfers.");

    public static IRuleBuilderOptions<T, decimal?> Bedrag<T>(this IRuleBuilder<T, decimal?> bedrag) => bedrag
        .Must(b => b is null or > 0 and <= 999_999.99m && (b is null || decimal.Round(b.Value, 2) == b))
        .WithMessage("Vul een bedrag in van meer dan 0 en hooguit 999.999,99 euro, met hooguit twee cijfers achter de komma.");
}
