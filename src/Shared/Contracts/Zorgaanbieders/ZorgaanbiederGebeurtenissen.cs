namespace WmoPlatform.Contracts;

/// <summary>The present entry of one provider in the register of contracted providers. A later version replaces it.</summary>
/// <param name="Agb">AGB code, eight digits.</param>
/// <param name="Naam">Trade name.</param>
/// <param name="Productcategorieen">Contracted product categories, two digits each (code list WMO020).</param>
/// <param name="GeldigVan">First day of the contract.</param>
/// <param name="GeldigTot">Last day of the contract; null when open.</param>
public sealed record ZorgaanbiederGecontracteerd(
    string Agb, string Naam, IReadOnlyList<string> Productcategorieen, DateOnly GeldigVan, DateOnly? GeldigTot) : Gebeurtenis;

/// <summary>Help was assigned to a provider; the WMO301 is ready to be sent.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">Unique within the municipality (iWmo TR332).</param>
/// <param name="Agb">The provider.</param>
/// <param name="Berichtidentificatie">Identificatie of the WMO301; null when the backoffice reports it by hand (iWmo OP003).</param>
public sealed record ZorgToegewezen(Guid VoorzieningId, long Toewijzingnummer, string Agb, string? Berichtidentificatie) : Gebeurtenis,
    IOverToewijzing;

/// <summary>
/// The agreement about the help under an assignment is new or has changed: its period, or that nothing comes of it. It says nothing about
/// what the provider knows.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Hulp">The help of this assignment from now on.</param>
/// <param name="Persoon">The personal data for the CAK.</param>
public sealed record ZorgAfgesproken(Guid VoorzieningId, long Toewijzingnummer, Hulpverloop Hulp, Vertrouwelijk<Persoonskern> Persoon)
    : Gebeurtenis, IOverToewijzing, IMetHulpverloop;

/// <summary>
/// Help cannot be assigned yet, because of the contract, the capacity, other help or a pgb. The assignment is offered again once the
/// obstacle is mended, or another provider is chosen.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Agb">The provider.</param>
/// <param name="Reden">The obstacle.</param>
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
    /// <summary>The contract does not cover the whole period.</summary>
    BuitenContractperiode,
    /// <summary>The provider has no room for a new client.</summary>
    GeenCapaciteit,
    /// <summary>The same help is already assigned at the same time (iWmo OP259).</summary>
    Stapeling,
    /// <summary>The person has a pgb for the same product at the same time (iWmo OP043).</summary>
    PgbVoorZelfdeProduct,
    /// <summary>The person died before the help was assigned.</summary>
    InwonerOverleden,
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
/// <param name="Periode">The period from now on.</param>
/// <param name="Omvang">The amount of help from now on.</param>
/// <param name="Reden">Code of list WMO002; 13 is removed, as if never assigned.</param>
public sealed record ToewijzingGewijzigd(Guid VoorzieningId, long Toewijzingnummer, string Agb, Periode Periode, Omvang Omvang,
    string Reden) : Gebeurtenis, IOverToewijzing
{
    /// <summary>The backoffice reports it by hand, because no message may be sent or can be made.</summary>
    public bool MetDeHand { get; init; }

    /// <summary>The assignment is removed, as if it had never been made.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsVerwijderd => Reden == "13";

    /// <summary>The help ends because the person died.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool WegensOverlijden => Reden == "02";
}

/// <summary>The provider has rejected a change of an assignment (WMO302 with return codes).</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Agb">The provider.</param>
/// <param name="Retourcodes">Codes of LDT_RetourCode, without the ones that say "no remark".</param>
public sealed record WijzigingAfgekeurd(Guid VoorzieningId, long Toewijzingnummer, string Agb, IReadOnlyList<string> Retourcodes)
    : Gebeurtenis, IOverToewijzing;

/// <summary>
/// A provider asks for an assignment (WMO315) or a change (WMO317), and a user has to answer. The aggregate is the request.
/// </summary>
/// <param name="Agb">The provider.</param>
/// <param name="Wijziging">Whether it asks for a change of an assignment, and not for a new one.</param>
/// <param name="Termijn">The term for the first answer (iWmo OP274 and OP346).</param>
public sealed record VerzoekOntvangen(string Agb, bool Wijziging, Termijn Termijn) : Gebeurtenis;

/// <summary>A user has answered the request of a provider.</summary>
/// <param name="Agb">The provider.</param>
/// <param name="Uitkomst">The answer.</param>
public sealed record VerzoekBeantwoord(string Agb, Verzoekuitkomst Uitkomst) : Gebeurtenis
{
    /// <summary>The term for the final answer, while the request is in onderzoek; null after a final answer.</summary>
    public Termijn? Termijn { get; init; }
}

/// <summary>The answer to a request.</summary>
public enum Verzoekuitkomst
{
    /// <summary>Granted. The assignment itself is the answer.</summary>
    Toegekend,
    /// <summary>Refused, with a reason.</summary>
    Afgewezen,
    /// <summary>In onderzoek; the final answer follows.</summary>
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
    /// Only the message was wrong, or a user gave it up because it was refused or never answered. The provider has rejected nothing.
    /// </summary>
    public bool NietVerwerkt { get; init; }
}

/// <summary>The provider has reported that the help started (WMO305).</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Begindatum">First day of help, or of the help that resumes.</param>
/// <param name="Hulp">The help of this assignment from now on.</param>
/// <param name="Persoon">The personal data for the CAK.</param>
public sealed record ZorgGestart(
    Guid VoorzieningId, long Toewijzingnummer, DateOnly Begindatum, Hulpverloop Hulp, Vertrouwelijk<Persoonskern> Persoon)
    : Gebeurtenis, IOverToewijzing, IMetHulpverloop
{
    /// <summary>Whether help resumes after a temporary stop, so that this is not its first day.</summary>
    public bool Hervat { get; init; }
}

/// <summary>The provider reported a temporary stop (WMO307 with reason 20). Nothing stops at the CAK.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Einddatum">Last day of help.</param>
/// <param name="Hulp">The help of this assignment from now on.</param>
/// <param name="Persoon">The personal data for the CAK.</param>
public sealed record ZorgTijdelijkGestopt(
    Guid VoorzieningId, long Toewijzingnummer, DateOnly Einddatum, Hulpverloop Hulp, Vertrouwelijk<Persoonskern> Persoon)
    : Gebeurtenis, IOverToewijzing, IMetHulpverloop;

/// <summary>
/// The provider reported that it stopped for good (WMO307 with any reason but 20). Before the agreed end that is a signal: see
/// <see cref="ZorgeindeVastgesteld"/>.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Einddatum">Last day of help; after a temporary stop the day of that stop (official iWmo case 2).</param>
/// <param name="Reden">Code of list WMO588.</param>
/// <param name="Hulp">The help of this assignment from now on.</param>
/// <param name="Persoon">The personal data for the CAK.</param>
public sealed record ZorgGestopt(
    Guid VoorzieningId, long Toewijzingnummer, DateOnly Einddatum, string Reden, Hulpverloop Hulp, Vertrouwelijk<Persoonskern> Persoon)
    : Gebeurtenis, IOverToewijzing, IMetHulpverloop;

/// <summary>
/// The provider stopped before the agreed last day. That ends no right, so somebody must act within a term. Another provider, a decision,
/// or the report that is taken back answers it.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Einddatum">Last day of help that the provider reported.</param>
/// <param name="Vraag">What has to be done.</param>
/// <param name="Termijn">The term to do it, a choice of the municipality.</param>
public sealed record EerderEindeGemeld(
    Guid VoorzieningId, long Toewijzingnummer, DateOnly Einddatum, Stopvraag Vraag, Termijn Termijn) : Gebeurtenis, IOverToewijzing;

/// <summary>What an early stop of a provider asks of the municipality.</summary>
public enum Stopvraag
{
    /// <summary>By the client alone (reason 21): the person is asked whether that is so.</summary>
    InwonerVragen,
    /// <summary>By the provider alone (reason 22): the right stays, and another provider is needed.</summary>
    AndereAanbieder,
    /// <summary>Any other reason: the consulent discusses with the person what is needed.</summary>
    Bespreken,
}

/// <summary>
/// It was established that the help ends on the day on which the provider stopped, because no help is granted after it any more, or because
/// the person died.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Einddatum">The last day.</param>
/// <param name="Reden">Why it ends before the agreed day.</param>
/// <param name="Hulp">The help of this assignment from now on.</param>
/// <param name="Persoon">The personal data for the CAK.</param>
public sealed record ZorgeindeVastgesteld(Guid VoorzieningId, long Toewijzingnummer, DateOnly Einddatum, Eindereden Reden, Hulpverloop Hulp,
    Vertrouwelijk<Persoonskern> Persoon) : Gebeurtenis, IOverToewijzing, IMetHulpverloop;

/// <summary>Why help ends before the agreed last day.</summary>
public enum Eindereden
{
    /// <summary>The person wants no more help.</summary>
    InwonerWilNietMeer,
    /// <summary>The help is not needed any more.</summary>
    NietMeerNodig,
    /// <summary>Another law gives the help, for instance the Wlz.</summary>
    AndereWet,
    /// <summary>The person moved to another municipality.</summary>
    Verhuisd,
    /// <summary>The person died.</summary>
    Overleden,
}

/// <summary>
/// The agreed last day of an assignment has passed. The help has ended as agreed, whether the provider reported it or not.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Einddatum">The agreed last day.</param>
/// <param name="Hulp">The help of this assignment from now on.</param>
/// <param name="Persoon">The personal data for the CAK.</param>
public sealed record ZorgAfgelopen(
    Guid VoorzieningId, long Toewijzingnummer, DateOnly Einddatum, Hulpverloop Hulp, Vertrouwelijk<Persoonskern> Persoon)
    : Gebeurtenis, IOverToewijzing, IMetHulpverloop;

/// <summary>
/// The provider took back a start that it reported (WMO305 with StatusAanlevering 3). The help did not start on that day.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Begindatum">The day that was reported.</param>
/// <param name="Hulp">The help of this assignment from now on.</param>
/// <param name="Persoon">The personal data for the CAK.</param>
public sealed record ZorgstartVerwijderd(
    Guid VoorzieningId, long Toewijzingnummer, DateOnly Begindatum, Hulpverloop Hulp, Vertrouwelijk<Persoonskern> Persoon)
    : Gebeurtenis, IOverToewijzing, IMetHulpverloop
{
    /// <summary>Whether it was a start after a temporary stop. That stop then holds again.</summary>
    public bool Hervat { get; init; }
}

/// <summary>The provider took back a stop that it reported (WMO307 with StatusAanlevering 3).</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Einddatum">The last day that was reported.</param>
/// <param name="Hulp">The help of this assignment from now on.</param>
/// <param name="Persoon">The personal data for the CAK.</param>
public sealed record ZorgstopVerwijderd(
    Guid VoorzieningId, long Toewijzingnummer, DateOnly Einddatum, Hulpverloop Hulp, Vertrouwelijk<Persoonskern> Persoon)
    : Gebeurtenis, IOverToewijzing, IMetHulpverloop
{
    /// <summary>Whether the help is stopped temporarily again, as it was before that stop. Otherwise the help continues.</summary>
    public bool Tijdelijk { get; init; }
}

/// <summary>
/// Messages could not carry out all of the last decision on a voorziening. A person does the rest, and says so
/// (<see cref="UitvoeringAfgerond"/>).
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Stand">The state that is carried out (<see cref="VoorzieningGewijzigd.Stand"/>).</param>
/// <param name="Reden">Why no message can do it.</param>
/// <param name="Vanaf">The first day that it is about.</param>
public sealed record UitvoeringMetDeHand(Guid VoorzieningId, int Stand, Uitvoeringsreden Reden, DateOnly Vanaf)
    : Gebeurtenis, IOverVoorziening;

/// <summary>Nothing of the last decision on a voorziening is left for a person.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Stand">The state that was carried out.</param>
public sealed record UitvoeringAfgerond(Guid VoorzieningId, int Stand) : Gebeurtenis, IOverVoorziening;

/// <summary>Why no message can carry out the rest of a decision.</summary>
public enum Uitvoeringsreden
{
    /// <summary>The provider was paid for help on days that are not granted any more (iWmo OP362, TR385).</summary>
    AlGedeclareerd,
    /// <summary>The provider reported help on days that are not granted any more (iWmo OP362).</summary>
    HulpAlGegeven,
    /// <summary>The provider stopped by itself, and the help is granted for longer: another provider is needed.</summary>
    AanbiederGestopt,
    /// <summary>Help was granted for a time that has passed, in which no provider gave it.</summary>
    PeriodeVoorbij,
}

/// <summary>The provider shared the plan that it made with the client. The document stays at Zorgaanbieders.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Toewijzingnummer">The assignment.</param>
/// <param name="Agb">The provider.</param>
/// <param name="PlanId">The plan.</param>
public sealed record BegeleidingsplanOntvangen(Guid VoorzieningId, long Toewijzingnummer, string Agb, Guid PlanId) : Gebeurtenis,
    IOverToewijzing;
