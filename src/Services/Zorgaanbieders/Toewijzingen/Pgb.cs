using WmoPlatform.Contracts;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>A pgb that was granted to a person. It blocks an assignment of the same product at the same time (iWmo OP043).</summary>
public sealed class Pgb
{
    public Guid VoorzieningId { get; init; }
    public Guid PersoonId { get; init; }
    public string Categorie { get; init; } = "";
    public string Code { get; init; } = "";
    public DateOnly Ingangsdatum { get; init; }
    public DateOnly Einddatum { get; set; }

    public Periode Periode => new(Ingangsdatum, Einddatum);
}
