using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Projectie;

namespace WmoPlatform.Dossiers;

/// <summary>The present state of one dossier, computed from its journal only.</summary>
public sealed class Dossier
{
    public string Dossiernummer { get; init; } = "";
    public Guid? PersoonId { get; private set; }

    /// <summary>See <see cref="Dossiers.BsnKenmerk"/>. Null until the melding has arrived.</summary>
    public string? BsnKenmerk { get; private set; }

    /// <summary>Empty until an event names the team.</summary>
    public string Wijkteam { get; private set; } = "";

    public bool Spoed { get; private set; }
    public Dossierstatus Status { get; private set; }
    public Wie AanZet { get; private set; }
    public string Wat { get; private set; } = "";
    public DateOnly? Uiterlijk { get; private set; }

    /// <summary>Last day and number: the order and the cursor of the work list. Dossiers without a last day come at the end.</summary>
    public string Werklijstsleutel { get; private set; } = "";

    /// <summary>Changes each time the dossier is shown, so that an instance can tell whether another one showed it since.</summary>
    public Guid Toonbeurt { get; set; }

    public List<Dossiertermijn> Termijnen { get; private set; } = [];

    /// <summary>The state of each zaak: those of the meldingen, in their order, and then the others.</summary>
    public IReadOnlyList<Zaak> Zaken { get; private set; } = [];

    /// <summary>The number of the zaak that a line belongs to; null when it is about the dossier as a whole.</summary>
    public string? ZaakVan(Tijdlijnregel regel) => regel.Gebeurtenis == nameof(PersoonsgegevensGewijzigd) ? null
        : Zaken.FirstOrDefault(z => z.Aggregaten.Contains(regel.AggregaatId))?.Nummer;

    /// <summary>Takes over the state that follows from the journal.</summary>
    public void Toon(Feiten feiten, BsnKenmerk kenmerk)
    {
        var beeld = Beeld.Van(feiten);
        PersoonId = beeld.PersoonId;
        BsnKenmerk = beeld.Bsn is null ? null : kenmerk.Van(beeld.Bsn);
        Wijkteam = beeld.Wijkteam;
        Spoed = beeld.Spoed;
        Status = beeld.Stand.Status;
        AanZet = beeld.Stand.Wie;
        Wat = beeld.Stand.Wat;
        Uiterlijk = beeld.Stand.Uiterlijk;
        Zaken = [.. beeld.Zaken.Select(z => new Zaak(
            z.Soort, z.Nummer, z.Aanvraagnummer, z.Stand.Status, z.Stand.Wie, z.Stand.Wat, z.Stand.Uiterlijk, [.. z.Aggregaten]))];
        Werklijstsleutel = $"{Uiterlijk ?? DateOnly.MaxValue:yyyy-MM-dd}|{Dossiernummer}";
        Termijnen.RemoveAll(r => !beeld.Termijnen.Any(t => t.Soort == r.Soort && t.Kenmerk == r.Kenmerk));
        foreach (var t in beeld.Termijnen)
        {
            var rij = Termijnen.SingleOrDefault(r => r.Soort == t.Soort && r.Kenmerk == t.Kenmerk);
            if (rij is null) Termijnen.Add(rij = new Dossiertermijn
            {
                Dossiernummer = Dossiernummer,
                Soort = t.Soort,
                Kenmerk = t.Kenmerk
            });
            rij.Toon(t);
        }
    }
}

/// <summary>One zaak of a dossier: all that followed from one melding, or a bezwaar, klacht or beroep.</summary>
/// <param name="Soort">Its kind.</param>
/// <param name="Nummer">Its number; empty while the melding has not arrived.</param>
/// <param name="Aanvraagnummer">Null before the aanvraag.</param>
/// <param name="Status">Its status.</param>
/// <param name="AanZet">The party that must act next.</param>
/// <param name="Wat">The act.</param>
/// <param name="Uiterlijk">Before when; null without a term.</param>
/// <param name="Aggregaten">The aggregates that its lines in the timeline came from.</param>
public sealed record Zaak(
    Zaaksoort Soort, string Nummer, string? Aanvraagnummer, Dossierstatus Status, Wie AanZet, string Wat, DateOnly? Uiterlijk,
    IReadOnlyList<Guid> Aggregaten);

/// <summary>One term of a dossier, running or ended.</summary>
public sealed class Dossiertermijn
{
    public string Dossiernummer { get; init; } = "";
    public string Soort { get; init; } = "";

    /// <summary>Distinguishes two terms of one kind, for instance by the number of a start at the CAK. Usually empty.</summary>
    public string Kenmerk { get; init; } = "";

    /// <summary>The number of its zaak; empty when it is about the dossier as a whole.</summary>
    public string Zaak { get; private set; } = "";

    public DateOnly Start { get; private set; }
    public DateOnly Uiterlijk { get; private set; }
    public string Grondslag { get; private set; } = "";
    public DateOnly? ToegezegdeDatum { get; private set; }
    public DateOnly? VoldaanOp { get; private set; }
    public bool Vervallen { get; private set; }

    /// <summary>The day since which it stands still, and nobody knows until when; null when it does not.</summary>
    public DateOnly? StaatStilSinds { get; private set; }

    public void Toon(Termijnstand t)
    {
        Zaak = t.Zaak;
        Start = t.Start;
        Uiterlijk = t.Uiterlijk;
        Grondslag = t.Grondslag;
        ToegezegdeDatum = t.ToegezegdeDatum;
        VoldaanOp = t.VoldaanOp;
        Vervallen = t.Vervallen;
        StaatStilSinds = t.StaatStilSinds;
    }

    /// <summary>The status of the term on a day.</summary>
    public Termijnstatus StatusOp(DateOnly vandaag) => this switch
    {
        { VoldaanOp: { } dag } => dag <= Uiterlijk ? Termijnstatus.Gehaald : Termijnstatus.TeLaat,
        { Vervallen: true } => Termijnstatus.Vervallen,
        { StaatStilSinds: not null } => Termijnstatus.StaatStil,
        _ when vandaag <= Uiterlijk => Termijnstatus.Lopend,
        // A right that was not used has ended; a duty that was not done is overdue.
        _ => Projectie.Termijnen.Rechten.Contains(Soort) ? Termijnstatus.Afgelopen : Termijnstatus.Verlopen,
    };
}

public enum Termijnstatus
{
    Lopend,
    StaatStil,
    Gehaald,
    TeLaat,
    Verlopen,
    Vervallen,
    Afgelopen,
}

/// <summary>One line of a dossier's timeline: one event of the journal, in plain Dutch.</summary>
public sealed class Tijdlijnregel
{
    /// <summary>The line of the journal.</summary>
    public long Nr { get; init; }

    public string Dossiernummer { get; init; } = "";
    public Guid AggregaatId { get; init; }
    public int Versie { get; init; }
    public DateTimeOffset Op { get; init; }
    public string Dienst { get; init; } = "";
    public string Gebeurtenis { get; init; } = "";
    public string Wat { get; init; } = "";

    /// <summary>Who did it. Null when the event does not say.</summary>
    public Actor? Door { get; init; }
}
