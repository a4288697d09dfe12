using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The objector died. The right to go on with the bezwaar is the heirs' (BW 4:182), and only they can use it.</summary>
public sealed partial class Bezwaar
{
    private const string VanErfgenamen = "BW art. 4:182";

    /// <summary>Whether the objector died.</summary>
    public bool IsOverleden { get; private set; }

    /// <summary>The question to the heirs; null before it.</summary>
    public Nabestaandenvraag? Nabestaandenvraag { get; private set; }

    /// <summary>The answer of the heirs, or that none came; null before it.</summary>
    public Voortzetting? Voortzetting { get; private set; }

    /// <summary>Who answered for the heirs, and the proof (<see cref="Erfgenaam"/>), sealed by <see cref="Vault"/>; null without.</summary>
    public Sealed? VerzegeldeErfgenaam { get; private set; }

    private Seat VanErfgenaam => Seat(nameof(VerzegeldeErfgenaam));

    /// <summary>Who answered for the heirs, and the proof; null without.</summary>
    public Erfgenaam? Erfgenaam(Vault kluis)
    {
        ArgumentNullException.ThrowIfNull(kluis);
        return VerzegeldeErfgenaam is { } wie ? kluis.UnsealJson<Erfgenaam>(wie, VanErfgenaam) : null;
    }

    /// <summary>Asks the heirs whether they go on.</summary>
    public void VraagNabestaanden(DateOnly uiterlijk, DateTimeOffset nu)
    {
        MoetNogBekend();
        EisOverleden();
        if (Voortzetting is { Keuze: not Bezwaarvoortzetting.GeenAntwoord })
            throw Weigering.Toestand("nabestaanden-antwoordden-al", "De nabestaanden hebben al geantwoord.", VanErfgenamen);
        if (uiterlijk <= nu.Dag())
            throw Weigering.Regel("termijn-te-kort", "Geef de nabestaanden tijd: kies een laatste dag na vandaag.", VanErfgenamen,
                "uiterlijk");
        Dagregel.EisDichtbij(uiterlijk, nu.Dag(), "uiterlijk");
        (Nabestaandenvraag, Voortzetting) = (new(nu.Dag(), uiterlijk), null);
        Announce(new NabestaandenGevraagd(Bezwaarnummer, nu.Dag(), uiterlijk), nu);
    }

    /// <summary>The heirs answered, or did not within the term. A later answer replaces an earlier one until the bekendmaking.</summary>
    /// <param name="keuze">Whether they go on.</param>
    /// <param name="op">The day of the answer.</param>
    /// <param name="erfgenaam">Who answered, and the proof; null when nobody did.</param>
    /// <param name="post">Where letters go; null for the last address of who died.</param>
    /// <param name="kluis">Seals who answered.</param>
    /// <param name="nu">The present moment.</param>
    public void LegVoortzettingVast(Bezwaarvoortzetting keuze, DateOnly op, Erfgenaam? erfgenaam, Postadres? post, Vault kluis,
        DateTimeOffset nu)
    {
        MoetNogBekend();
        EisOverleden();
        Dagregel.Eis(op, Ontvangst.OntvangenOp, nu.Dag(), "op", "de ontvangst van het bezwaar");
        var antwoordde = keuze != Bezwaarvoortzetting.GeenAntwoord;
        if (antwoordde != erfgenaam is not null)
            throw Weigering.Regel("erfgenaam-past-niet", antwoordde
                ? "Leg vast wie namens de nabestaanden antwoordde, en waaruit blijkt dat dat mag."
                : "Niemand antwoordde. Laat weg wie dat deed.", VanErfgenamen, "wie");
        if (!antwoordde && !(Nabestaandenvraag?.Uiterlijk < nu.Dag()))
            throw Weigering.Regel("vraag-niet-verstreken",
                "Vraag de nabestaanden eerst of zij het bezwaar voortzetten, en wacht tot die termijn voorbij is.", VanErfgenamen, "keuze");
        Voortzetting = new(keuze, op, post is null ? null : Guid.CreateVersion7(nu));
        VerzegeldeErfgenaam = erfgenaam is null ? null : kluis.SealJson(erfgenaam, VanErfgenaam);
        Announce(new BezwaarvoortzettingBekend(Bezwaarnummer, op, keuze) { Post = post is null ? null : new(post) }, nu);
    }

    private void EisOverleden()
    {
        if (!IsOverleden)
            throw Weigering.Toestand("inwoner-leeft", "De inwoner is volgens de BRP niet overleden. Vraag het de inwoner zelf.",
                VanErfgenamen);
    }
}

/// <summary>The question to the heirs whether they go on.</summary>
/// <param name="GevraagdOp">De dag van de vraag.</param>
/// <param name="Uiterlijk">De laatste dag om te antwoorden.</param>
public sealed record Nabestaandenvraag(DateOnly GevraagdOp, DateOnly Uiterlijk);

/// <summary>The answer of the heirs.</summary>
/// <param name="Keuze">Of de nabestaanden het bezwaar voortzetten.</param>
/// <param name="Op">De dag van het antwoord.</param>
/// <param name="MachtigingId">Waar de brieven heen gaan; leeg zolang dat het laatste adres van de inwoner is.</param>
public sealed record Voortzetting(Bezwaarvoortzetting Keuze, DateOnly Op, Guid? MachtigingId = null);

/// <summary>Who answered for the heirs.</summary>
/// <param name="Wie">Wie namens de nabestaanden antwoordde.</param>
/// <param name="Bewijs">Waaruit blijkt dat die persoon erfgenaam is of namens de erfgenamen mag handelen.</param>
public sealed record Erfgenaam(string Wie, string Bewijs)
{
    /// <inheritdoc />
    public override string ToString() => "[erfgenaam]";
}
