using WmoPlatform.Contracts;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>A stretch of help in kind without a change, as it must be at one provider.</summary>
/// <param name="Agb">The provider.</param>
/// <param name="Product">The kind of help.</param>
/// <param name="Omvang">The amount of help.</param>
/// <param name="Periode">From when until when.</param>
public sealed record Traject(string Agb, Product Product, Omvang Omvang, Periode Periode)
{
    /// <summary>Counted over the whole period (code list WMO757).</summary>
    public const string Totaal = "6";

    /// <summary>
    /// Whether an assignment gives this help, whatever its last day: a total may change under its number, and belongs to its first day
    /// (iWmo OP033x1, OP257).
    /// </summary>
    public bool Past(Toewijzing toewijzing) => toewijzing.Agb == Agb && toewijzing.Product == Product && (Omvang.Frequentie == Totaal
        ? toewijzing.Periode.Ingangsdatum == Periode.Ingangsdatum && toewijzing.Omvang with { Volume = Omvang.Volume } == Omvang
        : toewijzing.Omvang == Omvang);

    /// <summary>Whether a day lies in it.</summary>
    public bool Omvat(DateOnly dag) => Periode.Ingangsdatum <= dag && dag <= Periode.Einddatum;
}
