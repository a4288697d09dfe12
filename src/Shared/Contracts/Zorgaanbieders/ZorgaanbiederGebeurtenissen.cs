namespace WmoPlatform.Contracts;

/// <summary>The register of contracted providers says this of one provider now. A later version replaces it.</summary>
/// <param name="Agb">AGB code, eight digits.</param>
/// <param name="Naam">Trade name.</param>
/// <param name="Productcategorieen">Contracted product categories, two digits each (code list WMO020).</param>
/// <param name="GeldigVan">First day of the contract.</param>
/// <param name="GeldigTot">Last day of the contract; null when open.</param>
public sealed record ZorgaanbiederGecontracteerd(
    string Agb, string Naam, IReadOnlyList<string> Productcategorieen, DateOnly GeldigVan, DateOnly? GeldigTot) : Gebeurtenis;

/// <summary>Help has been assigned to a provider; the WMO301 is ready to be sent.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">Unique within the municipality (iWmo TR332).</param>
/// <param name="Agb">The provider.</param>
/// <param name="Berichtidentificatie">Identificatie of the WMO301; null when the assignment is told by hand (iWmo OP003).</param>
public sealed record ZorgToegewezen(Guid VoorzieningId, long Toewijzingnummer, string Agb, string? Berichtidentificatie) : Gebeurtenis,
    IOverToewijzing;

/// <summary>
/// Help cannot be assigned yet: the contract, the capacity, other help or a pgb stands in the way. Nothing is lost: it is offered again
/// once
/// that is mended, or another provider is chosen.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Agb">The provider.</param>
/// <param name="Reden">What stands in the way.</param>
public sealed record ToewijzingAangehouden(Guid VoorzieningId, long Toewijzingnummer, string Agb, Beletselreden Reden) : Gebeurtenis,
    IOverToewijzing;

/// <summary>Why help cannot be assigned yet.</summary>
public enum Beletselreden
{
    /// <summary>The provider is not in the register.</summary>
    AanbiederOnbekend,
    /// <summary>The contract does not cover the product.</summary>
    ProductNietGecontracteerd,
    /// <summary>The municipality has no tariff for the product.</summary>
    GeenTarief,
    /// <summary>The contract does not hold in the whole period.</summary>
    BuitenContractperiode,
    /// <summary>The provider takes no new client now.</summary>
    GeenCapaciteit,
    /// <summary>The same help is assigned already in the same time (iWmo OP259).</summary>
    Stapeling,
    /// <summary>The person has a pgb for the same product in the same time (iWmo OP043).</summary>
    PgbVoorZelfdeProduct,
}

/// <summary>The provider first has to ask for the assignment (WMO315), as this municipality agreed with its providers.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Agb">The provider.</param>
public sealed record ToewijzingWachtOpVerzoek(Guid VoorzieningId, long Toewijzingnummer, string Agb) : Gebeurtenis, IOverToewijzing;

/// <summary>An assignment has been changed: its end, its volume, or it is removed.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Agb">The provider.</param>
/// <param name="Periode">From now on.</param>
/// <param name="Omvang">From now on.</param>
/// <param name="Reden">Code of list WMO002; 13 is removed, as if never assigned.</param>
public sealed record ToewijzingGewijzigd(Guid VoorzieningId, long Toewijzingnummer, string Agb, Periode Periode, Omvang Omvang,
    string Reden) : Gebeurtenis, IOverToewijzing
{
    /// <summary>No message may or can report it: a person does.</summary>
    public bool MetDeHand { get; init; }

    /// <summary>The assignment is removed, as if it had never been made.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsVerwijderd => Reden == "13";
}

/// <summary>The provider has rejected a change of an assignment (WMO302 with return codes).</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Agb">The provider.</param>
/// <param name="Retourcodes">Codes of LDT_RetourCode, without the ones that say "no remark".</param>
public sealed record WijzigingAfgekeurd(Guid VoorzieningId, long Toewijzingnummer, string Agb, IReadOnlyList<string> Retourcodes)
    : Gebeurtenis, IOverToewijzing;

/// <summary>
/// A provider asks for an assignment (WMO315), or for a change (WMO317), and a person has to answer. The aggregate is the request.
/// </summary>
/// <param name="Agb">The provider.</param>
/// <param name="Wijziging">A change of what was assigned; otherwise a new assignment.</param>
/// <param name="Termijn">For the first answer (iWmo OP274 and OP346).</param>
public sealed record VerzoekOntvangen(string Agb, bool Wijziging, Termijn Termijn) : Gebeurtenis;

/// <summary>A person has answered the request of a provider.</summary>
/// <param name="Agb">The provider.</param>
/// <param name="Uitkomst">Which way.</param>
public sealed record VerzoekBeantwoord(string Agb, Verzoekuitkomst Uitkomst) : Gebeurtenis
{
    /// <summary>For the final answer, while it is being looked into; null after a final answer.</summary>
    public Termijn? Termijn { get; init; }
}

/// <summary>The answer to a request.</summary>
public enum Verzoekuitkomst
{
    /// <summary>Granted: the toewijzing tells it.</summary>
    Toegekend,
    /// <summary>Refused, with a reason.</summary>
    Afgewezen,
    /// <summary>Being looked into; the final answer follows.</summary>
    InOnderzoek,
}

/// <summary>The provider has accepted the assignment (WMO302 without remarks).</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Agb">The provider.</param>
public sealed record ToewijzingGeaccepteerd(Guid VoorzieningId, long Toewijzingnummer, string Agb) : Gebeurtenis, IOverToewijzing;

/// <summary>The provider has rejected the assignment (WMO302 with return codes).</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Agb">The provider.</param>
/// <param name="Retourcodes">Codes of LDT_RetourCode, without the ones that say "no remark".</param>
public sealed record ToewijzingAfgekeurd(Guid VoorzieningId, long Toewijzingnummer, string Agb, IReadOnlyList<string> Retourcodes)
    : Gebeurtenis, IOverToewijzing
{
    /// <summary>
    /// Only the message was wrong, or a person gave it up because it was refused or never answered: the provider has refused nothing.
    /// </summary>
    public bool NietVerwerkt { get; init; }
}

/// <summary>The provider has reported that the help started (WMO305).</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="PersoonId">The person.</param>
/// <param name="Begindatum">First day of help.</param>
/// <param name="Productcategorie">Two digits; a rolstoel (11) carries no eigen bijdrage.</param>
/// <param name="Persoon">Who it is, for the CAK.</param>
public sealed record ZorgGestart(
    Guid VoorzieningId, long Toewijzingnummer, Guid PersoonId, DateOnly Begindatum, string Productcategorie,
        Vertrouwelijk<Persoonskern> Persoon) : Gebeurtenis, IOverToewijzing
{
    /// <summary>The person's safety forbids chain messages (iWmo OP003): the CAK is told by hand as well.</summary>
    public bool GeenBerichtenverkeer { get; init; }

    /// <summary>Help goes on after a temporary stop: this is not its first day.</summary>
    public bool Hervat { get; init; }
}

/// <summary>What the CAK needs of a person.</summary>
/// <param name="Bsn">Nine digits.</param>
/// <param name="Geboortedatum">Date of birth: no eigen bijdrage under 18.</param>
public sealed record Persoonskern(string Bsn, DateOnly Geboortedatum)
{
    /// <inheritdoc />
    public override string ToString() => "[persoon]";
}

/// <summary>The provider has reported a temporary stop (WMO307 with reason 20): nothing stops at the CAK.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="PersoonId">The person.</param>
/// <param name="Einddatum">Last day of help.</param>
public sealed record ZorgTijdelijkGestopt(Guid VoorzieningId, long Toewijzingnummer, Guid PersoonId, DateOnly Einddatum) : Gebeurtenis,
    IOverToewijzing;

/// <summary>The help has officially ended (WMO307 with any reason but 20).</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="PersoonId">The person.</param>
/// <param name="Einddatum">Last day of help; after a temporary stop the day of that stop (official iWmo case 2).</param>
/// <param name="Reden">Code of list WMO588.</param>
public sealed record ZorgGestopt(Guid VoorzieningId, long Toewijzingnummer, Guid PersoonId, DateOnly Einddatum, string Reden)
    : Gebeurtenis, IOverToewijzing;

/// <summary>
/// The provider has taken back a start that it reported (WMO305 with StatusAanlevering 3): the help did not start on that day.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="PersoonId">The person.</param>
/// <param name="Begindatum">The day that was reported.</param>
public sealed record ZorgstartVerwijderd(Guid VoorzieningId, long Toewijzingnummer, Guid PersoonId, DateOnly Begindatum) : Gebeurtenis,
    IOverToewijzing
{
    /// <summary>It was a start after a temporary stop: that stop holds again.</summary>
    public bool Hervat { get; init; }
}

/// <summary>The provider has taken back a stop that it reported (WMO307 with StatusAanlevering 3).</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="PersoonId">The person.</param>
/// <param name="Einddatum">The last day that was reported.</param>
public sealed record ZorgstopVerwijderd(Guid VoorzieningId, long Toewijzingnummer, Guid PersoonId, DateOnly Einddatum) : Gebeurtenis,
    IOverToewijzing
{
    /// <summary>Before it the help had stopped for a time, and so it has again; otherwise it goes on.</summary>
    public bool Tijdelijk { get; init; }
}

/// <summary>The provider has shared the plan that it made with the client. The document stays where it came in.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Agb">The provider.</param>
/// <param name="PlanId">Of several, which one.</param>
public sealed record BegeleidingsplanOntvangen(Guid VoorzieningId, long Toewijzingnummer, string Agb, Guid PlanId) : Gebeurtenis,
    IOverToewijzing;
