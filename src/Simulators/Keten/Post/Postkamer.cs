using System.Security.Cryptography;
using System.Xml.Linq;
using WmoPlatform.Keten.Berichten;
using WmoPlatform.Keten.Ggk;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Keten.Post;

/// <summary>
/// Receives the messages for all partners. Each message counts once, by sender, kind and identification (TR056). Logboek gets a message and
/// its answer in one step, so a message that was taken is answered, even when the process stops in between.
/// </summary>
internal sealed class Postkamer(Partners partners, Logboek logboek, Bezorging bezorging, TimeProvider klok, IConfiguration configuratie)
{
    private readonly Lock _slot = new();
    private readonly Dictionary<string, (Ontvangen Bericht, int Keer)> _ontvangen = [];
    private readonly List<(Uitgaand Uitgaand, IReadOnlyList<string> Personen)> _verzwegen = [];

    private TimeSpan AntwoordNa => TimeSpan.FromMilliseconds(configuratie.GetValue("Keten:AntwoordNaMs", 100));
    private TimeSpan Stap => TimeSpan.FromMilliseconds(configuratie.GetValue("Keten:StapMs", 500));

    /// <summary>With <c>Ggk:Envelop</c> providers also use an envelope for messages of their own accord.</summary>
    private bool MetEnvelop => configuratie.GetValue("Ggk:Envelop", false);

    /// <summary>Restores what the partners knew before the process ended, and sends the messages that were left.</summary>
    public void Herstel()
    {
        var uit = new Dictionary<string, Uitgaand>();
        foreach (var regel in logboek.Lees())
        {
            if (regel.Ontvangen is { } bericht)
            {
                _ontvangen[Kenmerk(bericht)] = (bericht, 1);
                OnthoudGeldig(partners[bericht.Partner], Bericht.Lees(bericht.Xml), bericht.Codes);
            }
            if (regel.Nogmaals is { } kenmerk) Tel(kenmerk);
            foreach (var uitgaand in regel.Uitgaand ?? [])
            {
                uit[uitgaand.Identificatie] = uitgaand;
                if (uitgaand.Antwoordt is null) partners[uitgaand.Partner].Onthoud(Bericht.Lees(uitgaand.Xml));
            }
            if ((regel.Bezorgd ?? regel.Geweigerd) is { } klaar) uit.Remove(klaar);
        }
        foreach (var uitgaand in uit.Values) bezorging.Geef(uitgaand, alGeprobeerd: true);
    }

    /// <summary>Receives a message of a kind that the partner takes.</summary>
    public void Ontvang(IPartner partner, Bericht bericht, (string Xml, string Referentienummer)? envelop, Gedrag gedrag)
    {
        lock (_slot)
        {
            var (nu, isHeen) = (klok.GetUtcNow(), !bericht.Soort.IsRetour);
            var ontvangen = new Ontvangen(
                partner.Naam, bericht.Soort.Naam, bericht.Gemeente, bericht.Identificatie, partner.Sleutel(bericht), [], [], nu,
                bericht.Xml, envelop?.Xml);
            if (_ontvangen.TryGetValue(Kenmerk(ontvangen), out var eerder))
            {
                // The same message again is a retry of the sender. The same number on another message is an error (TR056).
                Tel(Kenmerk(ontvangen));
                var anders = eerder.Bericht.Xml != bericht.Xml && isHeen;
                Leg(new Regel { Nogmaals = Kenmerk(ontvangen), Uitgaand = anders ? [Antwoord(NietUniek(bericht))] : null });
                return;
            }

            var oordeel = isHeen
                ? partner.Beoordeel(bericht, klok.Vandaag(), vorige => IsOnbeantwoord(partner.Naam, vorige)) : Oordeel.Goed;
            if (isHeen && oordeel.IsGoed && gedrag.Modus == Modus.Afkeuren) oordeel = partner.Afkeur(bericht);
            ontvangen = ontvangen with { Codes = isHeen ? oordeel.Codes : bericht.Afkeurcodes, Regels = oordeel.Regels };
            OnthoudGeldig(partner, bericht, ontvangen.Codes);

            var uitgaand = new List<Uitgaand>();
            if (isHeen) uitgaand.Add(Antwoord(oordeel));
            if (isHeen && oordeel.IsGoed)
                uitgaand.AddRange(partner.Daarna(bericht, klok.Vandaag())
                    .Select(eigen => Eigen(partner, eigen, gedrag, nu + AntwoordNa + gedrag.Vertraging + Stap)));
            _ontvangen[Kenmerk(ontvangen)] = (ontvangen, 1);
            Leg(new Regel { Ontvangen = ontvangen, Uitgaand = uitgaand }, gedrag.Modus == Modus.Zwijgen ? bericht.Personen : null);

            // A message in an envelope gets its answer in an envelope.
            Uitgaand Antwoord(Oordeel hoe)
            {
                var retour = bericht.Retour(NieuweIdentificatie(), klok.Vandaag(), hoe);
                return new(
                    partner.Naam, retour.Soort.Naam, retour.Identificatie, bericht.Identificatie, Spoor(partner, bericht), partner.Pad,
                    Keren(gedrag), nu + AntwoordNa + gedrag.Vertraging, retour.Xml,
                    envelop is { } heen
                        ? Envelop.Om(retour, partner.Naam, bericht.Gemeente, klok.GetUtcNow(), heen.Referentienummer)
                        : null);
            }
        }
    }

    /// <summary>Sends the message that the partner makes of its own accord, if it makes one.</summary>
    public Uitkomst Verzend(IPartner partner, Func<Uitkomst> maak, Func<Bericht, Gedrag> gedraag)
    {
        lock (_slot)
        {
            try
            {
                var uitkomst = maak();
                if (uitkomst.Bericht is not { } bericht) return uitkomst;
                var gedrag = gedraag(bericht);
                Leg(new Regel { Uitgaand = [Eigen(partner, bericht, gedrag, klok.GetUtcNow() + gedrag.Vertraging)] });
                return uitkomst;
            }
            catch (Onleesbaar fout)
            {
                return Uitkomst.Ongeldig($"Dit past niet in het bericht: {fout.Code} bij {fout.Pad}.");
            }
        }
    }

    /// <summary>Reads what a partner knows while no message can change it.</summary>
    public T Kijk<T>(Func<T> wat)
    {
        lock (_slot) return wat();
    }

    /// <summary>Sends the retours that a silent partner kept to itself.</summary>
    /// <param name="partner">The partner, or ggk for all providers.</param>
    /// <param name="bsn">The person that they are about; null for everybody.</param>
    public void Geef(string partner, string? bsn)
    {
        lock (_slot)
        {
            var nu = _verzwegen.Where(v => Hoort(v.Uitgaand.Partner, partner) && (bsn is null || v.Personen.Contains(bsn))).ToList();
            _verzwegen.RemoveAll(nu.Contains);
            foreach (var (uitgaand, _) in nu) bezorging.Geef(uitgaand);
        }
    }

    /// <summary>Shows every received message, oldest first, never a person.</summary>
    /// <param name="partner">Only those to this partner, or to all providers with ggk.</param>
    /// <param name="soort">Only those of this kind.</param>
    /// <param name="inhoud">Whether to show what the message says about help, money or a contribution.</param>
    public IReadOnlyList<object> Overzicht(string? partner, string? soort, bool inhoud)
    {
        lock (_slot)
            return [..
                from o in _ontvangen.Values
                let b = o.Bericht
                where partner is null || Hoort(b.Partner, partner)
                where string.IsNullOrEmpty(soort) || b.Soort.Equals(soort, StringComparison.OrdinalIgnoreCase)
                select new
                {
                    b.Partner,
                    b.Soort,
                    b.Afzender,
                    b.Identificatie,
                    o.Keer,
                    b.Sleutel,
                    b.Codes,
                    b.Regels,
                    b.Op,
                    Envelop = b.Envelop is not null,
                    Inhoud = inhoud ? Delen(b.Xml) : null,
                }];
    }

    private static bool Hoort(string naam, string gevraagd) => naam == gevraagd || (gevraagd == "ggk" && naam is not ("svb" or "cak"));

    private bool IsOnbeantwoord(string partner, string identificatie) => bezorging.IsOnbeantwoord(partner, identificatie)
        || _verzwegen.Exists(v => v.Uitgaand.Partner == partner && v.Uitgaand.Antwoordt == identificatie);

    /// <summary>
    /// The parts of a message that are about help, money or a contribution: of each its values by the names of their elements. Free text is
    /// left out, because it may name a person.
    /// </summary>
    private static List<Dictionary<string, string>> Delen(string xml) =>
    [
        .. XDocument.Parse(xml).Descendants().Where(e => Deelnamen.Contains(e.Name.LocalName)).Select(deel => deel.Descendants()
            .Where(e => !e.HasElements && e.Name.LocalName != "Commentaar")
            .ToDictionary(
                e => string.Join('/', e.AncestorsAndSelf().TakeWhile(o => o != deel).Reverse().Select(o => o.Name.LocalName)),
                e => e.Value)),
    ];

    private static readonly string[] Deelnamen =
        ["ToegewezenProduct", "Antwoord", "FunctieBudget", "StartEigenBijdrage", "StopEigenBijdrage"];

    /// <summary>A new identification of 12 characters, the greatest length that the standards allow.</summary>
    public static string NieuweIdentificatie() => RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 12);

    // TR056 is no rule of iEb, and iEb has no code for it: there the message is technically wrong.
    private static Oordeel NietUniek(Bericht heen) =>
        heen.Soort.Standaard.Naam == "iEb"
            ? new(["TR056"], [])
            : Oordeel.Afgekeurd(heen.Header, Retourcode.IdentificatieNietUniek);

    // A partner does not remember a message that it rejected. It does remember that its own message was rejected.
    private static void OnthoudGeldig(IPartner partner, Bericht bericht, IReadOnlyList<string> codes)
    {
        if (codes.Count == 0 || bericht.Soort.IsRetour) partner.Onthoud(bericht);
    }

    private void Tel(string kenmerk)
    {
        if (_ontvangen.TryGetValue(kenmerk, out var eerder)) _ontvangen[kenmerk] = eerder with { Keer = eerder.Keer + 1 };
    }

    /// <param name="regel">The line for the logbook, with what is to be sent.</param>
    /// <param name="verzwegen">The persons about whom nothing is sent for now; null to send at once.</param>
    private void Leg(Regel regel, IReadOnlyList<string>? verzwegen = null)
    {
        logboek.Schrijf(regel);
        foreach (var uitgaand in regel.Uitgaand ?? [])
            if (verzwegen is null) bezorging.Geef(uitgaand);
            else _verzwegen.Add((uitgaand, verzwegen));
    }

    private Uitgaand Eigen(IPartner partner, Bericht bericht, Gedrag gedrag, DateTimeOffset nietVoor)
    {
        partner.Onthoud(bericht);
        return new(
            partner.Naam, bericht.Soort.Naam, bericht.Identificatie, null, Spoor(partner, bericht), partner.Pad, Keren(gedrag), nietVoor,
            bericht.Xml,
            MetEnvelop && partner.ViaGgk
                ? Envelop.Om(bericht, partner.Naam, bericht.Gemeente, klok.GetUtcNow(), antwoordt: null)
                : null);
    }

    private static string Spoor(IPartner partner, Bericht bericht) => $"{partner.Naam}/{partner.Sleutel(bericht)}";
    private static int Keren(Gedrag gedrag) => gedrag.Modus == Modus.Dubbel ? 2 : 1;
    private static string Kenmerk(Ontvangen bericht) => $"{bericht.Partner}|{bericht.Soort}|{bericht.Afzender}|{bericht.Identificatie}";
}
