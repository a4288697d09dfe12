using WmoPlatform.Contracts;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>The data of a decision that an assignment keeps.</summary>
/// <param name="Dossiernummer">The dossier.</param>
/// <param name="BesluitId">The decision.</param>
/// <param name="PersoonId">The person.</param>
/// <param name="Wijkteam">The team that handles the dossier.</param>
/// <param name="Op">When it was made known.</param>
/// <param name="Persoon">The personal data that the provider needs.</param>
/// <param name="Afgeschermd">Whether no messages may be sent about the person (iWmo OP003).</param>
public sealed record Besluit(
    string Dossiernummer, Guid BesluitId, Guid PersoonId, string Wijkteam, DateTimeOffset Op, Persoonsgegevens Persoon, bool Afgeschermd);
