using System.Data.Common;
using System.Runtime.InteropServices;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Controle;
using WmoPlatform.IStandaarden.Stuf;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// Receives a message, whichever way it was delivered. It checks the message in the order of the standard, has it handled, and stores
/// receipt, effect and answer in one transaction. The same message twice gets one receipt and has one effect.
/// </summary>
internal sealed class Postontvangst(
    ServiceDb db, Vault kluis, Ketenpartner partner, Binnenkomst binnenkomst, Ketenpost post, Mislukkingen mislukkingen,
    Verkeersregels regels, IServiceProvider diensten, TimeProvider klok, ILogger<Postontvangst> log)
{
    /// <summary>Receives a message in an envelope of the GGk, or the GGk's report that it could not accept a message of ours.</summary>
    /// <param name="envelop">The envelope.</param>
    /// <param name="door">Who delivered it.</param>
    /// <param name="annulering">Stops it.</param>
    /// <inheritdoc cref="Ontvang" path="/returns|/exception"/>
    public Task<Guid> OntvangVanGgk(GgkBericht envelop, Afleveraar door, CancellationToken annulering) => envelop switch
    {
        Di01 di => Ontvang(new(di.XmlBestand, door, di.Stuurgegevens), annulering),
        Du01 du => Ontvang(new(du.XmlBestand, door, du.Stuurgegevens), annulering),
        Fo01 fout => Geweigerd(fout, door, annulering),
        _ => throw new InvalidOperationException($"Een {envelop.Berichtcode} is geen envelop."),
    };

    /// <summary>The places where the message that was received last breaks its schema.</summary>
    public IReadOnlyList<Bevinding> Schemafouten => binnenkomst.Bericht is null ? binnenkomst.Bevindingen : [];

    /// <summary>The GGk could not accept a message of ours, so a user must look at it.</summary>
    /// <returns>The number of our message in the register.</returns>
    private async Task<Guid> Geweigerd(Fo01 fout, Afleveraar door, CancellationToken annulering)
    {
        // Only the GGk itself reports on the road.
        EisAfleveraar(door, null);
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        if (fout.Stuurgegevens.CrossRefnummer is not { } id
            || await db.Vergrendel(id, annulering) is not { Richting: Richting.Uitgaand } verzonden)
            throw Weigering.Regel(
                "onbekend-heenbericht", "Dit foutbericht hoort bij geen bericht dat wij hebben verstuurd. Controleer het crossRefnummer.");
        // A second report adds nothing, and a report after the answer comes too late. A report before our own note is no surprise.
        if (verzonden.Status is Poststatus.Verzonden or Poststatus.Verwerkt or Poststatus.Onzeker
            || (verzonden.Status == Poststatus.TeVerzenden && verzonden.IsAangeboden))
            verzonden.WeigerAchteraf(fout.Code, $"{fout.Omschrijving} {fout.Details}".Trim(), kluis, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
        return verzonden.Id;
    }

    /// <summary>Receives one message.</summary>
    /// <returns>Its number in the register.</returns>
    /// <exception cref="Weigering">The message does not belong at this address. Nothing was stored.</exception>
    public async Task<Guid> Ontvang(Zending zending, CancellationToken annulering)
    {
        try
        {
            return await Neem(zending, annulering);
        }
        catch (Exception e) when (IsOnverwacht(e) && mislukkingen.IsTeVaak(zending.Xml.Span))
        {
            log.LogError("Een {Soort} is niet te verwerken, en ligt apart: {Fout}.", binnenkomst.Soort, e.GetType().Name);
            return await LegApart(annulering);
        }
    }

    private async Task<Guid> Neem(Zending zending, CancellationToken annulering)
    {
        var (soort, bericht, schemafouten) = Lees(zending.Xml, annulering);
        if (!partner.Soorten.Contains(soort))
            throw Weigering.Regel("ander-bericht",
                $"Dit adres neemt {string.Join(", ", partner.Soorten)} aan. Stuur een {soort} naar het adres dat ervoor bedoeld is.");
        var tegenpartij = bericht is null ? partner.Naam : partner.Tegenpartij(bericht);
        EisAfleveraar(zending.Door, bericht is null ? null : tegenpartij);
        if (bericht is not null && zending.Envelop?.Zender.Organisatie is { } zender && zender != partner.Afzender(bericht))
            throw Weigering.GeenToegang("andere-afzender",
                "De zender van de envelop is niet de afzender van het bericht. Neem in beide dezelfde organisatie op.");
        binnenkomst.Begin(zending, soort, bericht, tegenpartij, schemafouten);

        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        // A second delivery of the same message waits here until the first has committed.
        await db.Hold($"{binnenkomst.Tegenpartij}|{soort}|{binnenkomst.Identificatie}", annulering);
        var eerdere = db.Set<Poststuk>().AsNoTracking()
            .Where(p => p.Richting == Richting.Inkomend && p.Tegenpartij == binnenkomst.Tegenpartij
                && p.Soort == soort.Naam && p.Identificatie == binnenkomst.Identificatie);
        // The same bytes, or the same content with other white space or prefixes (TR056). The content itself is never loaded.
        if (await eerdere.Where(p => binnenkomst.Vingerafdruk.Contains(p.Vingerafdruk) || binnenkomst.Betekenis.Contains(p.Betekenis))
            .Select(p => (Guid?)p.Id).FirstOrDefaultAsync(annulering) is { } hetzelfde) return hetzelfde;
        var isNieuw = bericht is null || !await eerdere.AnyAsync(annulering);

        var poststuk = bericht switch
        {
            null => Onleesbaar(),
            Heenbericht heen => await Vraag(heen, isNieuw, annulering),
            _ when !isNieuw => throw Weigering.Regel("identificatie-hergebruikt",
                "Met deze identificatie is al een ander bericht ontvangen. Geef elk nieuw bericht een eigen identificatie.", "iWmo TR056"),
            Retourbericht antwoord => await Antwoord(antwoord, annulering),
            _ => throw new InvalidOperationException($"Een {soort} is een heen- noch een retourbericht."),
        };
        db.Add(poststuk);
        poststuk.KondigAan(klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
        return poststuk.Id;
    }

    /// <summary>Demands that the client that delivers speaks for the other side of the message; null for the partner itself.</summary>
    private void EisAfleveraar(Afleveraar door, string? partij)
    {
        if (door.Client is null || regels.MagAfleveren(door.Client, partij)) return;
        throw Weigering.GeenToegang("andere-partij",
            "Uw client mag niet namens deze partij aanleveren. Vraag de gemeente de client aan de partij te verbinden "
            + $"(Partners:{partner.Naam}:Afleveraars).");
    }

    /// <summary>
    /// Whether the message itself is the likely cause: nothing else will help it. A database that is away or a collision with another
    /// change will pass.
    /// </summary>
    private static bool IsOnverwacht(Exception fout) =>
        fout is not (Weigering or OperationCanceledException or DbException or IOException) && fout.InnerException is not DbException;

    /// <summary>Stores a message that was recognised and cannot be handled, for a user. It has no effect.</summary>
    private async Task<Guid> LegApart(CancellationToken annulering)
    {
        if (binnenkomst.Xml.IsEmpty) throw new InvalidOperationException("Het bericht is niet herkend.");
        db.ChangeTracker.Clear();
        binnenkomst.Vond([new("onverwachte-fout", "Bericht",
            "Wij kunnen dit bericht niet verwerken door een fout aan onze kant. Meld het de leverancier van het platform, en vraag de "
            + "afzender later om een nieuw bericht.")]);
        var poststuk = Poststuk.In(binnenkomst, "", kluis, Poststatus.Onleesbaar, klok.GetUtcNow());
        db.Add(poststuk);
        poststuk.KondigAan(klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        return poststuk.Id;
    }

    /// <summary>
    /// Checks level 1. Unreadable XML and unknown messages are refused at once. A known message that breaks its schema is kept for a user.
    /// </summary>
    private static (Berichtsoort Soort, Ketenbericht? Bericht, IReadOnlyList<Bevinding> Schemafouten) Lees(
        ReadOnlyMemory<byte> xml, CancellationToken annulering)
    {
        try
        {
            var bericht = Ketenbericht.Lees(Stroom(xml), annulering);
            return (bericht.Soort, bericht, []);
        }
        catch (BerichtOnleesbaar fout)
        {
            var breektSchema =
                fout.Code is BerichtOnleesbaar.ElementOntbreekt or BerichtOnleesbaar.OnverwachteInhoud or BerichtOnleesbaar.OngeldigeWaarde;
            if (breektSchema && Herken(xml) is { } soort)
                return (soort, null,
                    Schemacontrole.Controleer(Stroom(xml)) is { Count: > 0 } alles ? alles : [new(fout.Code, fout.Pad, fout.Message)]);
            throw Weigering.Invoer(fout.Pad.Length > 0 ? fout.Pad : "Bericht", fout.Message);
        }
    }

    private Poststuk Onleesbaar()
    {
        log.LogError("Een {Soort} past niet in zijn schema. Er is geen antwoord mogelijk: meld het de afzender.", binnenkomst.Soort);
        return Poststuk.In(binnenkomst, "", kluis, Poststatus.Onleesbaar, klok.GetUtcNow());
    }

    private async Task<Poststuk> Vraag(Heenbericht heen, bool isNieuw, CancellationToken annulering)
    {
        Bevinding[] bevindingen =
        [
            .. BuitenGrens(heen).Select(pad => new Bevinding("datumgrens", pad, Datumgrens.Uitleg)),
            .. Berichtcontrole.Controleer(heen, annulering),
        ];
        if (bevindingen.Length > 0)
        {
            binnenkomst.Vond(bevindingen);
            post.Leg(Retour.TechnischOnjuist(heen, await post.NieuweIdentificatie(annulering), klok.Vandaag()), "");
        }
        else if (Kopfout(heen, isNieuw) is { } code)
            post.Leg(Retour.HeaderAfgekeurd(heen, await post.NieuweIdentificatie(annulering), klok.Vandaag(), code), "");
        else await Verwerk(heen, annulering);

        var poststuk = Poststuk.In(binnenkomst, binnenkomst.Antwoord?.Dossiernummer ?? "", kluis, Poststatus.Ontvangen, klok.GetUtcNow());
        poststuk.WachtOpOns(Antwoordtermijn.Uiterlijk(heen.Soort, klok)!.Value);
        if (binnenkomst.Antwoord is { } antwoord) poststuk.Beantwoord(antwoord.Id, [], klok.GetUtcNow());
        return poststuk;
    }

    /// <summary>Checks the header on level 3: the day, and a number that was used before (TR056).</summary>
    private string? Kopfout(Heenbericht heen, bool isNieuw) =>
        heen.Header.BerichtIdentificatie.Dagtekening > klok.Vandaag() ? Retourcode.DagtekeningInToekomst
        : isNieuw ? null
        : Retourcode.IdentificatieNietUniek;

    /// <summary>The dates with which nobody can calculate.</summary>
    private static IReadOnlyList<string> BuitenGrens(Ketenbericht bericht) => bericht.PlaatsenVanDatums(dag => !Datumgrens.Past(dag));

    private async Task<Poststuk> Antwoord(Retourbericht antwoord, CancellationToken annulering)
    {
        if (BuitenGrens(antwoord) is [var pad, ..]) throw Weigering.Invoer(pad, Datumgrens.Uitleg);
        var onze = antwoord.Header.BerichtIdentificatie;
        var vraag = await db.VergrendelUitgaand(antwoord.Soort.BijBericht.Naam, onze.Identificatie, annulering);
        // Our numbers are consecutive, so a number alone proves nothing: the other side and the day must be those of our message.
        if (vraag is null || vraag.Tegenpartij != binnenkomst.Tegenpartij || vraag.Dagtekening != onze.Dagtekening || !vraag.IsAangeboden)
            throw Weigering.Regel(
                "onbekend-heenbericht",
                "Dit antwoord hoort bij geen bericht dat wij aan deze partij hebben verstuurd. Neem de header van het bericht ongewijzigd "
                    + "over.");
        vraag.Beantwoord(binnenkomst.Id, antwoord.Bevindingen, klok.GetUtcNow());
        await Verwerk(antwoord, annulering);
        var poststuk = Poststuk.In(binnenkomst, vraag.Dossiernummer, kluis, Poststatus.Verwerkt, klok.GetUtcNow());
        poststuk.Hoort(vraag.Id);
        return poststuk;
    }

    private Task Verwerk(Ketenbericht bericht, CancellationToken annulering) =>
        ((IBijKetenbericht)diensten.GetRequiredService(typeof(IBijKetenbericht<>).MakeGenericType(bericht.GetType())))
            .Verwerk(bericht, annulering);

    private static Berichtsoort? Herken(ReadOnlyMemory<byte> xml) =>
        Wortel(xml) is { } wortel ? Berichtsoort.Alle.FirstOrDefault(s => s.Namespace == wortel) : null;

    /// <summary>The namespace of the root element; null when it is no XML.</summary>
    private static string? Wortel(ReadOnlyMemory<byte> xml)
    {
        try
        {
            using var lezer =
                XmlReader.Create(Stroom(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return lezer.MoveToContent() == XmlNodeType.Element ? lezer.NamespaceURI : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static MemoryStream Stroom(ReadOnlyMemory<byte> xml) =>
        MemoryMarshal.TryGetArray(xml, out var deel) ? new MemoryStream(deel.Array!, deel.Offset, deel.Count, writable: false)
            : new MemoryStream(xml.ToArray());
}
