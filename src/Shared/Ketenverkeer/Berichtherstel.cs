using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// Decides with a user about one outgoing message, whatever its state. While the platform still tries, or the partner may still answer,
/// that begins after a day or a number of attempts (<see cref="Verkeersregels"/>).
/// </summary>
internal sealed class Berichtherstel(
    ServiceDb db, Vault kluis, Ketenpost post, IBijOpgegeven opgegeven, IBijCorrectie correctie, KetenverzenderWekker verzender,
    Verkeersregels regels, TimeProvider klok)
{
    /// <summary>Offers it again under its own number.</summary>
    public Task BiedOpnieuwAan(Poststuk bericht)
    {
        if (bericht.ViaPlatform)
            throw Weigering.Toestand("ligt-op-het-platform", "Dit bericht ligt voor de zorgaanbieder klaar op het platform; er valt "
                + "niets te versturen. Antwoordt de zorgaanbieder niet, bel dan, of wacht niet langer op antwoord.");
        if (bericht is { Status: Poststatus.Geweigerd, Foutmelding: null, Bevindingen.Count: > 0 })
            throw Weigering.Toestand("bericht-klopt-niet", "Dit bericht voldoet niet aan de standaard; de partner zou het afkeuren. "
                + "Kijk bij de bevindingen wat er ontbreekt, herstel dat en stel het bericht opnieuw op.");
        if (bericht.Status == Poststatus.Opgegeven || !MagMetDeHand(bericht))
            throw Weigering.Toestand("niet-geweigerd", "U kunt een bericht opnieuw aanbieden dat de partner weigerde, niet op tijd "
                + "beantwoordde of al lang niet aanneemt. De andere gaan vanzelf, zijn al aangenomen, of zijn opgegeven.");
        bericht.BiedOpnieuwAan();
        db.AfterCommit(verzender.Wek);
        return Task.CompletedTask;
    }

    /// <summary>Gives it up. Giving up twice does it once.</summary>
    public async Task GeefOp(Poststuk bericht, CancellationToken annulering)
    {
        if (bericht.Status == Poststatus.Opgegeven) return;
        if (bericht.Status == Poststatus.Verwerkt)
            throw Weigering.Toestand("geen-antwoord-verwacht",
                "De partner heeft dit bericht aangenomen, en er komt geen antwoord op. U hoeft niets te doen.");
        if (bericht.Status == Poststatus.Beantwoord)
            throw Weigering.Toestand(
                "al-beantwoord", "De partner heeft dit bericht al beantwoord. Kijk in het dossier wat er nu moet gebeuren.");
        if (!MagMetDeHand(bericht))
            throw bericht.Status == Poststatus.Verzonden
                ? Weigering.Toestand("antwoord-kan-nog-komen", "De partner heeft dit bericht pas aangenomen, en mag nog antwoorden tot en "
                    + $"met {Datumtekst.Voluit(bericht.AntwoordUiterlijk!.Value)}. Wacht nog, of bel de partner.", "iWmo OP090")
                : Weigering.Toestand("wordt-nog-verzonden",
                    "Dit bericht wordt nog verzonden: de partner is er nu niet. Het gaat vanzelf zodra de partner er weer is.");
        bericht.GeefOp();
        if (bericht.VerwachtAntwoord) await opgegeven.Verwerk(bericht.Identificatie!, annulering);
    }

    /// <summary>Writes it anew under a new number. When the partner may have the old one, a user has asked.</summary>
    public async Task Corrigeer(Poststuk bericht, bool nietAangekomen, CancellationToken annulering)
    {
        if (bericht.MogelijkAangekomen && !nietAangekomen)
            throw Weigering.Toestand("mogelijk-aangekomen", "De partner heeft dit bericht misschien al. Vraag het de partner. Zegt die "
                + "dat het er niet is, geef dan nietAangekomen=true mee. Anders biedt u hetzelfde bericht opnieuw aan.");
        var technisch = bericht is { Status: Poststatus.Beantwoord, Bevindingen.Count: > 0 }
            && Retourcode.ZijnTechnisch([.. bericht.Bevindingen.Select(b => b.Code)]);
        if (!technisch) await GeefOp(bericht, annulering);
        if (bericht.VerwachtAntwoord) await correctie.Verwerk(bericht.Identificatie!, annulering);
        else await StelRetourOp(bericht, annulering);
    }

    /// <summary>A retour says what we found, so that stays the same under its new number.</summary>
    private async Task StelRetourOp(Poststuk bericht, CancellationToken annulering)
    {
        var oud = (Retourbericht)Ketenbericht.Lees(new MemoryStream(bericht.Xml(kluis)), annulering);
        var header = oud.Header with
        {
            IdentificatieRetour = await post.NieuweIdentificatie(annulering),
            DagtekeningRetour = klok.Vandaag(),
        };
        var nieuw = post.Leg(oud with { Header = header }, bericht.Dossiernummer);
        if (bericht.AntwoordOp is not { } vraag) return;
        nieuw.Hoort(vraag, bericht.Referentie);
        if (await db.Vergrendel(vraag, annulering) is { } heen) heen.KrijgtAnderAntwoord(nieuw.Id);
    }

    private bool MagMetDeHand(Poststuk bericht) => regels.MagMetDeHand(bericht, klok.Vandaag(), klok.GetUtcNow());
}
