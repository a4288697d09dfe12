namespace WmoPlatform.Contracts;

/// <summary>The applicant wrote whether they want zorg in natura in case the pgb is refused.</summary>
/// <param name="VoorzieningId">The voorziening for which a pgb was requested.</param>
/// <param name="WilGeenZin">Whether they do not want it. A refused pgb then leads to no help.</param>
/// <param name="OntvangenOp">The day on which their letter came in.</param>
public sealed record ZinkeuzeVastgelegd(Guid VoorzieningId, bool WilGeenZin, DateOnly OntvangenOp) : Gebeurtenis, IOverVoorziening;

/// <summary>
/// The applicant was told what will be refused, and on which data about them that rests. They may give a view before the decision (Awb
/// 4:7).
/// </summary>
/// <param name="VoornemenId">The announcement.</param>
/// <param name="Termijn">The term for a view.</param>
/// <param name="Tekst">The plan and the data, in words for the applicant.</param>
public sealed record VoornemenAangekondigd(Guid VoornemenId, Termijn Termijn, Vertrouwelijk<Voornementekst> Tekst) : Gebeurtenis;

/// <summary>The applicant gave a view on what will be refused.</summary>
/// <param name="VoornemenId">The announcement.</param>
/// <param name="OntvangenOp">The day of the view.</param>
public sealed record ZienswijzeOntvangen(Guid VoornemenId, DateOnly OntvangenOp) : Gebeurtenis;

/// <summary>The term for a view passed unused, so the municipality can decide.</summary>
/// <param name="VoornemenId">The announcement.</param>
/// <param name="VerstrekenOp">The last day for a view.</param>
public sealed record ZienswijzetermijnVerstreken(Guid VoornemenId, DateOnly VerstrekenOp) : Gebeurtenis;

/// <summary>What will be refused, and why, in words for the applicant.</summary>
/// <param name="Besluit">The plan.</param>
/// <param name="Gegevens">The data that deviate from those of the applicant, and their source.</param>
public sealed record Voornementekst(string Besluit, string Gegevens)
{
    /// <summary>A fixed text, so that no log can contain it.</summary>
    public override string ToString() => "[voornemen]";
}
