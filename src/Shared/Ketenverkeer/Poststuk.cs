using System.Security.Cryptography;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Controle;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;

namespace WmoPlatform.Ketenverkeer;

/// <summary>The direction of a message, seen from the municipality.</summary>
public enum Richting
{
    /// <summary>To a chain partner.</summary>
    Uitgaand,
    /// <summary>From a chain partner.</summary>
    Inkomend,
}

/// <summary>How far a message is.</summary>
public enum Poststatus
{
    /// <summary>Outgoing: waits to be sent, or to be sent again.</summary>
    TeVerzenden,
    /// <summary>Outgoing: the partner has accepted it.</summary>
    Verzonden,
    /// <summary>
    /// Outgoing: the partner refuses it (an HTTP 4xx, a Fo01), its content cannot be opened, or it breaks the standard and was never sent.
    /// A user must look at it.
    /// </summary>
    Geweigerd,
    /// <summary>
    /// Outgoing: the partner refuses it, but an earlier attempt may have arrived. A user asks the partner before anything goes under a new
    /// number.
    /// </summary>
    Onzeker,
    /// <summary>
    /// Outgoing: a user gave it up, so it counts as technically rejected. A real answer that arrives later still counts.
    /// </summary>
    Opgegeven,
    /// <summary>Outgoing: taken back before it left, because what it says was not true any more. Another message took its place.</summary>
    Teruggenomen,
    /// <summary>Incoming: accepted, and waiting for our answer.</summary>
    Ontvangen,
    /// <summary>Its retour was received or sent.</summary>
    Beantwoord,
    /// <summary>A retour that was received, or that the partner accepted. Nobody answers it.</summary>
    Verwerkt,
    /// <summary>
    /// Incoming: it breaks its schema, so no retour is possible. A user informs the sender outside the message traffic (iWmo OP090x2).
    /// </summary>
    Onleesbaar,
    /// <summary>Incoming: it was unreadable, and the sender was informed.</summary>
    Afgehandeld,
}

/// <summary>
/// One message in the register of message traffic, to or from a chain partner, with its cause, its state and its exact bytes. An outgoing
/// message is stored with the change that causes it, and sent afterwards until the partner accepts it. An incoming message is stored with
/// its effect, so that the same message twice has its effect once.
/// </summary>
public sealed class Poststuk : Aggregate, ISendable
{
    // In the envelope of the GGk its identity is the referentienummer, which has to be a UUID of version 4.
    private Poststuk() => Id = Guid.NewGuid();

    /// <summary>Order of registration.</summary>
    public long Nr { get; private set; }

    /// <summary>To or from a chain partner.</summary>
    public Richting Richting { get; private set; }

    /// <summary>Kind, for instance <c>WMO301</c>.</summary>
    public string Soort { get; private set; } = "";

    /// <summary>The sender's number of this message, at most 12 characters. Null when it could not be read.</summary>
    public string? Identificatie { get; private set; }

    /// <summary>The other side: an AGB code, or the partner's name.</summary>
    public string Tegenpartij { get; private set; } = "";

    /// <summary>The event, message or action that caused it, in Dutch.</summary>
    public string Aanleiding { get; private set; } = "";

    /// <summary>The exact bytes of the XML, sealed, as evidence.</summary>
    public Sealed Inhoud { get; private set; }

    /// <summary>What <see cref="Fingerprints"/> are made of.</summary>
    internal const string Kenmerk = "bericht";

    /// <summary>A keyed hash of those bytes (<see cref="Fingerprints"/>).</summary>
    public byte[] Vingerafdruk { get; private set; } = [];

    /// <summary>
    /// Incoming: a keyed hash of the message as this library writes it, which is the same for other white space or prefixes. Null when it
    /// cannot be read.
    /// </summary>
    public byte[]? Betekenis { get; private set; }

    /// <summary>Outgoing: the day that its header names; null for a retour.</summary>
    public DateOnly? Dagtekening { get; private set; }

    /// <summary>Its state.</summary>
    public Poststatus Status { get; private set; }

    /// <summary>True when the provider fetches it from the platform; false when it is sent over a connection.</summary>
    public bool ViaPlatform { get; private set; }

    /// <inheritdoc />
    public DateTimeOffset? DueAt { get; private set; }

    /// <inheritdoc />
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <inheritdoc />
    public int Attempts { get; private set; }

    /// <inheritdoc />
    public int Unknowns { get; private set; }

    /// <summary>When it was stored (UTC).</summary>
    public DateTimeOffset GeregistreerdOp { get; private set; }

    /// <summary>When the partner accepted it (UTC).</summary>
    public DateTimeOffset? VerzondenOp { get; private set; }

    /// <summary>When its retour was received or made (UTC).</summary>
    public DateTimeOffset? BeantwoordOp { get; private set; }

    /// <summary>Last day for the retour. Null when no retour follows, and until it was sent.</summary>
    public DateOnly? AntwoordUiterlijk { get; private set; }

    /// <summary>Whether a retour follows, from the partner or from us.</summary>
    public bool VerwachtAntwoord { get; private set; }

    /// <summary>The message that this retour answers; null for a heen message.</summary>
    public Guid? AntwoordOp { get; private set; }

    /// <summary>The retour to this message; null without one.</summary>
    public Guid? Antwoord { get; private set; }

    /// <summary>Its faults, found by our own checks or named by the partner, without any value of the message.</summary>
    public IReadOnlyList<Bevinding> Bevindingen { get; private set; } = [];

    /// <summary>The words in which the GGk said that it could not accept this message, sealed. They may name a person.</summary>
    public Sealed? Foutmelding { get; private set; }

    /// <summary>The deliverer (the token's <c>sub</c>, or the folder); null when outgoing.</summary>
    public string? AangeleverdDoor { get; private set; }

    /// <summary>
    /// Incoming: the number of the envelope it arrived in. For our retour: the number of the envelope that it answers (StUF
    /// crossRefnummer).
    /// </summary>
    public string? Referentie { get; private set; }

    /// <summary>W3C trace context of the change that caused it.</summary>
    public string? Traceparent { get; private set; }

    internal static Poststuk Uit(
        Ketenbericht bericht, string tegenpartij, string dossiernummer, string aanleiding, Vault kluis,
        IReadOnlyList<Bevinding> bevindingen,
        bool viaPlatform, string? traceparent, DateTimeOffset nu)
    {
        var xml = bericht.ToBytes();
        var poststuk = new Poststuk
        {
            Richting = Richting.Uitgaand,
            Soort = bericht.Soort.Naam,
            Identificatie = bericht.Identificatie,
            Tegenpartij = tegenpartij,
            Dossiernummer = dossiernummer,
            Aanleiding = aanleiding,
            Vingerafdruk = kluis.Fingerprints(Kenmerk).Of(xml),
            Status = bevindingen.Count > 0 ? Poststatus.Geweigerd : Poststatus.TeVerzenden,
            ViaPlatform = viaPlatform,
            DueAt = bevindingen.Count > 0 || viaPlatform ? null : DateTimeOffset.UnixEpoch,
            Dagtekening = (bericht as Heenbericht)?.Header.BerichtIdentificatie.Dagtekening,
            GeregistreerdOp = nu,
            VerwachtAntwoord = !bericht.Soort.IsRetour,
            Bevindingen = Eerste(bevindingen),
            Traceparent = traceparent,
        };
        poststuk.Inhoud = kluis.Seal(xml, poststuk.Seat(nameof(Inhoud)));
        return poststuk;
    }

    internal static Poststuk In(Binnenkomst binnenkomst, string dossiernummer, Vault kluis, Poststatus status, DateTimeOffset nu)
    {
        var poststuk = new Poststuk
        {
            Id = binnenkomst.Id,
            Richting = Richting.Inkomend,
            Soort = binnenkomst.Soort.Naam,
            Identificatie = binnenkomst.Identificatie,
            Tegenpartij = binnenkomst.Tegenpartij,
            Dossiernummer = dossiernummer,
            Aanleiding = "aangeleverd door de ketenpartner",
            Vingerafdruk = binnenkomst.Vingerafdruk[0],
            Betekenis = binnenkomst.Betekenis.FirstOrDefault(),
            Status = status,
            GeregistreerdOp = nu,
            AangeleverdDoor = binnenkomst.AangeleverdDoor,
            Referentie = binnenkomst.Referentie,
            Bevindingen = Eerste(binnenkomst.Bevindingen),
            Traceparent = System.Diagnostics.Activity.Current?.Id,
        };
        poststuk.Inhoud = kluis.Seal(binnenkomst.Xml.Span, poststuk.Seat(nameof(Inhoud)));
        return poststuk;
    }

    /// <summary>Its exact bytes.</summary>
    /// <param name="kluis">Opens them.</param>
    /// <exception cref="CryptographicException">The content cannot be opened.</exception>
    public byte[] Xml(Vault kluis) => kluis.Unseal(Inhoud, Seat(nameof(Inhoud)));

    /// <summary>The words with which the GGk did not accept it; null without any.</summary>
    public string? Toelichting(Vault kluis) => Foutmelding is { } tekst ? kluis.UnsealText(tekst, Seat(nameof(Foutmelding))) : null;

    /// <summary>Whether nobody knows if the partner got it.</summary>
    internal bool MogelijkAangekomen => Unknowns > 0 || ClaimedUntil is not null;

    /// <summary>Whether it was offered to the partner, or lies ready on the platform.</summary>
    internal bool IsAangeboden => Attempts > 0 || Unknowns > 0 || VerzondenOp is not null;

    /// <summary>
    /// The partner has accepted it. When that only becomes known after the message was given up or answered, its state stays.
    /// </summary>
    internal void Genomen(DateOnly? antwoordUiterlijk, DateTimeOffset nu)
    {
        // A report that the GGk refuses it can come before this.
        var wacht = Status is Poststatus.TeVerzenden or Poststatus.Onzeker || (Status == Poststatus.Geweigerd && VerzondenOp is null);
        IsVerzonden(nu);
        if (!wacht) return;
        (Status, VerzondenOp, AntwoordUiterlijk) = (VerwachtAntwoord ? Poststatus.Verzonden : Poststatus.Verwerkt, nu, antwoordUiterlijk);
        Rust(nogOnzeker: false);
    }

    /// <summary>The partner refuses it, its content cannot be opened, or an earlier attempt may have arrived.</summary>
    internal void Weiger()
    {
        Status = Unknowns > 0 ? Poststatus.Onzeker : Poststatus.Geweigerd;
        Rust(nogOnzeker: Unknowns > 0);
    }

    /// <summary>The GGk could not process it after all.</summary>
    /// <param name="code">The code of the report.</param>
    /// <param name="foutmelding">Its words, which may name a person.</param>
    /// <param name="kluis">Seals them.</param>
    /// <param name="nu">The present moment.</param>
    internal void WeigerAchteraf(string code, string foutmelding, Vault kluis, DateTimeOffset nu)
    {
        IsVerzonden(nu);
        Status = Poststatus.Geweigerd;
        NoemReden(code, foutmelding, kluis);
        Rust(nogOnzeker: false);
    }

    /// <summary>Keeps why the GGk does not process it.</summary>
    /// <inheritdoc cref="WeigerAchteraf" path="/param"/>
    internal void NoemReden(string code, string foutmelding, Vault kluis)
    {
        Foutmelding = kluis.SealText(foutmelding, Seat(nameof(Foutmelding)));
        Bevindingen = [new(code, "Bericht", "De GGk kon dit bericht niet verwerken. De toelichting leest u bij het bericht.")];
    }

    /// <summary>Offers it once more, exactly as it was. While it is being offered, nothing changes.</summary>
    internal void BiedOpnieuwAan()
    {
        if (Status == Poststatus.TeVerzenden && ClaimedUntil is not null) return;
        // The partner accepted it before, so "I have it already" is success.
        if (VerzondenOp is not null) Unknowns = Math.Max(1, Unknowns);
        if (Foutmelding is not null) (Foutmelding, Bevindingen) = (null, []);
        (Status, DueAt, ClaimedUntil, AntwoordUiterlijk) = (Poststatus.TeVerzenden, DateTimeOffset.UnixEpoch, null, null);
    }

    /// <summary>A user no longer waits for it.</summary>
    internal void GeefOp()
    {
        Status = Poststatus.Opgegeven;
        Rust(nogOnzeker: MogelijkAangekomen);
    }

    /// <summary>Takes it back, unless it lies ready on the platform, is on its way, or has or may have arrived.</summary>
    internal bool NeemTerug()
    {
        if (!IsNogHier) return false;
        Status = Poststatus.Teruggenomen;
        Rust(nogOnzeker: false);
        return true;
    }

    /// <summary>
    /// Says something else under the same number, unless it lies ready on the platform, is on its way, or has or may have arrived.
    /// </summary>
    internal bool Verbeter<T>(Func<T, T> verbetering, Vault kluis) where T : Heenbericht
    {
        if (!IsNogHier) return false;
        var xml = verbetering((T)Ketenbericht.Lees(new MemoryStream(Xml(kluis)))).ToBytes();
        (Vingerafdruk, Inhoud) = (kluis.Fingerprints(Kenmerk).Of(xml), kluis.Seal(xml, Seat(nameof(Inhoud))));
        return true;
    }

    /// <summary>A message that was refused when it was offered is here too: a user may offer it again.</summary>
    private bool IsNogHier =>
        Status is Poststatus.TeVerzenden or Poststatus.Geweigerd && VerzondenOp is null && !ViaPlatform && !MogelijkAangekomen;

    /// <summary>The sender of this unreadable message was informed.</summary>
    internal void HandelAf() => Status = Poststatus.Afgehandeld;

    /// <summary>
    /// Its retour was received or made. An answer may overtake our own note that the partner accepted the message.
    /// </summary>
    internal void Beantwoord(Guid antwoord, IReadOnlyList<Bevinding> bevindingen, DateTimeOffset nu)
    {
        if (Richting == Richting.Uitgaand) IsVerzonden(nu);
        Rust(nogOnzeker: false);
        (Status, Antwoord, BeantwoordOp) = (Poststatus.Beantwoord, antwoord, nu);
        if (bevindingen.Count > 0) Bevindingen = Eerste(bevindingen);
    }

    /// <summary>Another retour under a new number took the place of its answer.</summary>
    internal void KrijgtAnderAntwoord(Guid antwoord) => Antwoord = antwoord;

    /// <summary>The provider answered on the platform, where this message lay ready. No retour follows.</summary>
    /// <param name="nu">The present moment.</param>
    public void BeantwoordOpPlatform(DateTimeOffset nu) => (Status, BeantwoordOp) = (Poststatus.Beantwoord, nu);

    /// <summary>
    /// Links this retour to the message it answers, and to the number of that message's envelope; null without an envelope.
    /// </summary>
    internal void Hoort(Guid bijBericht, string? referentie = null) => (AntwoordOp, Referentie) = (bijBericht, referentie ?? Referentie);

    /// <summary>We owe an answer by this day.</summary>
    internal void WachtOpOns(DateOnly uiterlijk) => (VerwachtAntwoord, AntwoordUiterlijk) = (true, uiterlijk);

    /// <summary>Announces the message to its dossier, if it has one.</summary>
    internal void KondigAan(DateTimeOffset nu)
    {
        if (Dossiernummer.Length == 0) return;
        var richting = Richting == Richting.Uitgaand ? Berichtrichting.Uitgaand : Berichtrichting.Inkomend;
        var standaard = Berichtsoort.Met(Soort).Standaard;
        Announce(standaard == Standaard.IWmo ? new WmoberichtGewisseld(Id, Soort, richting, Tegenpartij)
            : standaard == Standaard.IPgb ? new PgbberichtGewisseld(Id, Soort, richting)
            : new EbberichtGewisseld(Id, Soort, richting), nu);
    }

    /// <summary>Records and announces once that it went.</summary>
    private void IsVerzonden(DateTimeOffset nu)
    {
        if (VerzondenOp is not null) return;
        VerzondenOp = nu;
        KondigAan(nu);
    }

    private static IReadOnlyList<Bevinding> Eerste(IReadOnlyList<Bevinding> bevindingen) =>
        bevindingen.Count <= Bevinding.Hoogstens ? bevindingen : [.. bevindingen.Take(Bevinding.Hoogstens)];

    /// <summary>There is nothing to send any more. An attempt that is under way now does not change the state.</summary>
    private void Rust(bool nogOnzeker) => (DueAt, ClaimedUntil, Unknowns) = (null, null, nogOnzeker ? Math.Max(1, Unknowns) : 0);
}
